namespace Drawbridge.Bucket;

/// <summary>How long an answer may take, retries included.</summary>
internal static class Patience
{
    private const int SlowestBytesPerSecond = 128 * 1024;

    /// <summary>For anything small.</summary>
    public static TimeSpan Usual { get; } = TimeSpan.FromSeconds(10);

    /// <summary>For a body that travels over a slow line.</summary>
    public static TimeSpan For(long bytes) => Usual + TimeSpan.FromSeconds(bytes / (double)SlowestBytesPerSecond);
}
