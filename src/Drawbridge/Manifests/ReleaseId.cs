using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Drawbridge.Manifests;

/// <summary>
/// Sorts by time and names its origin: <c>20261122T110400Z-1a2b3c4-1</c> is UTC time, short commit, run attempt. What was
/// uploaded by hand has <c>upload-20261122T110400Z-</c> and the id of the invocation that saw it.
/// </summary>
public sealed partial record ReleaseId
{
    /// <summary>What the origin of a plan's id begins with. No commit does: p is no hexadecimal digit.</summary>
    private const string PlanMark = "plan";

    private const string UploadMark = "upload";

    private const string TimeFormat = "yyyyMMdd'T'HHmmss'Z'";

    private readonly int _attempt;

    private ReleaseId(string text, DateTimeOffset time, string origin, int attempt) =>
        (Text, Time, Origin, _attempt) = (text, time, origin, attempt);

    /// <summary>The id as it stands in keys and manifests.</summary>
    public string Text { get; }

    /// <summary>When the release was made, by the clock of whoever made it.</summary>
    public DateTimeOffset Time { get; }

    /// <summary>The first digits of the commit, or the word for what has none.</summary>
    public string Origin { get; }

    /// <summary>Whether no release was written: somebody put scripts into the bucket.</summary>
    public bool IsUpload => Origin == UploadMark;

    /// <summary>
    /// Whether it is a plan's. The answers to plans and releases lie side by side, so that one could stand where the
    /// other is awaited if their ids could be the same.
    /// </summary>
    public bool IsPlan => Origin.StartsWith(PlanMark, StringComparison.Ordinal);

    /// <summary>An id for a plan made now: <c>20261122T110400Z-plan1a2b3c4-1</c>.</summary>
    public static ReleaseId CreateForPlan(DateTimeOffset now, string commit, int attempt) =>
        Of(now, PlanMark + ShortCommit.Of(commit), attempt);

    /// <summary>An id for a release made now.</summary>
    /// <param name="now">When.</param>
    /// <param name="commit">The full hash, or a word for runs without one: lower-case letters and digits.</param>
    /// <param name="attempt">Counts from 1.</param>
    public static ReleaseId Create(DateTimeOffset now, string commit, int attempt) =>
        Of(now, ShortCommit.Of(commit), attempt);

    /// <summary>An id for what was uploaded by hand.</summary>
    /// <param name="time">When the last of it was.</param>
    /// <param name="requestId">The invocation's.</param>
    public static ReleaseId CreateForUpload(DateTimeOffset time, string requestId) =>
        TryParse($"{UploadMark}-{TextOf(time)}-{requestId}", out var id) ? id : throw new ArgumentException(requestId, nameof(requestId));

    /// <summary>Reads an id; false for anything that is none.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out ReleaseId? id)
    {
        id = null;
        if (Form().Match(text) is { Success: true } form && TryReadTime(form.Groups["time"].Value, out var time))
        {
            id = form.Groups["attempt"] is { Success: true } attempt
                ? new ReleaseId(text, time, form.Groups["origin"].Value, int.Parse(attempt.ValueSpan, CultureInfo.InvariantCulture))
                : new ReleaseId(text, time, UploadMark, attempt: 1);
        }

        return id is not null;
    }

    /// <summary>
    /// Whether this id comes before the other: by time, in the same second by run attempt, and then by commit, so that
    /// of two ids one is always the newer, whichever arrives first.
    /// </summary>
    public bool IsOlderThan(ReleaseId other) =>
        (Time, _attempt) == (other.Time, other._attempt)
            ? string.CompareOrdinal(Text, other.Text) < 0
            : (Time, _attempt).CompareTo((other.Time, other._attempt)) < 0;

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static ReleaseId Of(DateTimeOffset now, string origin, int attempt) =>
        TryParse($"{TextOf(now)}-{origin}-{attempt}", out var id) ? id : throw new ArgumentException(origin, nameof(origin));

    private static string TextOf(DateTimeOffset time) => time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    private static bool TryReadTime(string text, out DateTimeOffset time) => DateTimeOffset.TryParseExact(
        text, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);

    [GeneratedRegex(
        """
        ^((?<time>[0-9]{8}T[0-9]{6}Z)-(?<origin>[0-9a-z]{4,40})-(?<attempt>[0-9]{1,6})
         |upload-(?<time>[0-9]{8}T[0-9]{6}Z)-[0-9a-z-]{1,64})\z
        """,
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
