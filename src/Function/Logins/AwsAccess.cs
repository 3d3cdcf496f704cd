using Amazon.Runtime;
using Amazon.S3;
using Drawbridge.Bucket;

namespace Drawbridge.LambdaFunction.Logins;

/// <summary>What signing needs.</summary>
/// <param name="Environment">The process's variables.</param>
/// <param name="Credentials">Finds them as they are now: a function's own expire.</param>
/// <param name="Time">The clock.</param>
internal sealed record AwsAccess(
    IReadOnlyDictionary<string, string> Environment,
    Func<CancellationToken, Task<ImmutableCredentials>> Credentials,
    TimeProvider Time)
{
    /// <summary>Where this process runs; empty when nothing says it.</summary>
    public string Region => Variable("AWS_REGION") ?? Variable("AWS_DEFAULT_REGION") ?? "";

    /// <summary>With the SDK's own chain of credentials.</summary>
    public static AwsAccess Of(IReadOnlyDictionary<string, string> environment) =>
        new(environment, FindCredentials, TimeProvider.System);

    /// <summary>Null for one that is empty or not there.</summary>
    public string? Variable(string name) => Environment.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;

    private static async Task<ImmutableCredentials> FindCredentials(CancellationToken cancellationToken)
    {
        var found = await AwsCredentials.Find(new AmazonS3Config(), cancellationToken);
        return await found.GetCredentialsAsync().WaitAsync(cancellationToken);
    }
}
