namespace Drawbridge.Bucket;

/// <summary>How long an answer may take, retries included.</summary>
internal static class Patience
{
    private const int SlowestBytesPerSecond = 128 * 1024;

    /// <summary>For anything small: so short that who waits for S3 hears of it within ten seconds, all told.</summary>
    public static TimeSpan Usual { get; } = TimeSpan.FromSeconds(8);

    /// <summary>For a body that travels over a slow line.</summary>
    public static TimeSpan For(long bytes) => Usual + TimeSpan.FromSeconds(bytes / (double)SlowestBytesPerSecond);
}
