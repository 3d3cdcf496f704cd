using Amazon.Runtime;

namespace Amazon.Lambda.Internal;

/// <summary>What a client does when nobody says otherwise; the pipeline asks for each mode by its name.</summary>
internal static class LambdaDefaults
{
    public static IReadOnlyList<IDefaultConfiguration> All { get; } =
    [
        .. Enum.GetValues<DefaultConfigurationMode>().Select(mode => new DefaultConfiguration
        {
            Name = mode,
            RetryMode = RequestRetryMode.Standard,
        }),
    ];
}
