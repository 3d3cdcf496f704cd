using System.Globalization;
using System.Net;

namespace Drawbridge.GitHubAction.GitHub.Api;

/// <summary>
/// GitHub's limits: the primary one, of an hour, and secondary ones, of a burst. Both are 403 or 429, which a missing
/// permission can be as well. See https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api.
/// </summary>
internal static class RateLimit
{
    /// <summary>What GitHub asks to wait at least when it names no time.</summary>
    private static readonly TimeSpan Unnamed = TimeSpan.FromMinutes(1);

    /// <summary>How long to wait before the next question; null when the answer is not about a limit.</summary>
    public static TimeSpan? Of(HttpResponseMessage answer, string message, DateTimeOffset now)
    {
        if (answer.StatusCode is not (HttpStatusCode.Forbidden or HttpStatusCode.TooManyRequests))
        {
            return null;
        }

        var isUsedUp = Number(answer, "X-RateLimit-Remaining") == 0;
        return answer.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => NotNegative(date - now),
            _ when isUsedUp && Number(answer, "X-RateLimit-Reset") is { } reset =>
                NotNegative(DateTimeOffset.FromUnixTimeSeconds(reset) - now),
            _ when isUsedUp || answer.StatusCode == HttpStatusCode.TooManyRequests
                || message.Contains("rate limit", StringComparison.OrdinalIgnoreCase) => Unnamed,
            _ => null,
        };
    }

    /// <summary>The complaint about one that is too long to be waited out.</summary>
    public static HttpRequestException Complaint(TimeSpan limit) => new(
        $"GitHub limits how often it is asked; it may be asked again in {Words.Duration(limit)}.",
        inner: null,
        HttpStatusCode.TooManyRequests);

    private static TimeSpan NotNegative(TimeSpan time) => time < TimeSpan.Zero ? TimeSpan.Zero : time;

    private static long? Number(HttpResponseMessage answer, string header) =>
        answer.Headers.TryGetValues(header, out var values)
        && long.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number < DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? number
            : null;
}
