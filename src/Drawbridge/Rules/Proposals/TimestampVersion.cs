using System.Globalization;

namespace Drawbridge.Rules.Proposals;

/// <summary>Versions that are points in time, UTC: <c>202611221030</c> or <c>20261122103000</c>.</summary>
internal static class TimestampVersion
{
    /// <summary>To the minute: what a project without any versions yet is proposed.</summary>
    public const string Minutes = "yyyyMMddHHmm";

    private const string Seconds = "yyyyMMddHHmmss";

    /// <summary>Reads one; false for a version that counts.</summary>
    public static bool TryRead(string version, out DateTimeOffset time, out string format)
    {
        format = version.Length == Minutes.Length ? Minutes : Seconds;
        return DateTimeOffset.TryParseExact(
            version, format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time)
            && time.Year is >= 1990 and < 9999;
    }

    /// <summary>The present time, or the first one after the time given.</summary>
    public static string After(DateTimeOffset time, string format, DateTimeOffset now)
    {
        var next = time + (format == Minutes ? TimeSpan.FromMinutes(1) : TimeSpan.FromSeconds(1));
        return (next > now ? next : now).UtcDateTime.ToString(format, CultureInfo.InvariantCulture);
    }
}
