using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Drawbridge.Manifests;

/// <summary>
/// Sorts by time and names its origin: <c>20261122T110400Z-1a2b3c4-1</c> is UTC time, short commit, run attempt.
/// </summary>
public sealed partial record ReleaseId
{
    /// <summary>What the origin of a plan's id begins with. No commit does: p is no hexadecimal digit.</summary>
    private const string PlanMark = "plan";

    private const string TimeFormat = "yyyyMMdd'T'HHmmss'Z'";

    private ReleaseId(string text, DateTimeOffset time) => (Text, Time) = (text, time);

    /// <summary>The id as it stands in keys and manifests.</summary>
    public string Text { get; }

    /// <summary>When the release was made, by the clock of whoever made it.</summary>
    public DateTimeOffset Time { get; }

    /// <summary>The first digits of the commit, or the word that a local run puts there.</summary>
    public string Origin => Text.Split('-')[1];

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

    /// <summary>Reads an id; false for anything that is none.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out ReleaseId? id)
    {
        id = Form().IsMatch(text) && TryReadTime(text.Split('-')[0], out var time) ? new ReleaseId(text, time) : null;
        return id is not null;
    }

    /// <summary>
    /// Whether this id comes before the other: by time, in the same second by run attempt, and then by commit, so that
    /// of two ids one is always the newer, whichever arrives first.
    /// </summary>
    public bool IsOlderThan(ReleaseId other) =>
        (Time, Attempt) == (other.Time, other.Attempt)
            ? string.CompareOrdinal(Origin, other.Origin) < 0
            : (Time, Attempt).CompareTo((other.Time, other.Attempt)) < 0;

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static ReleaseId Of(DateTimeOffset now, string origin, int attempt)
    {
        var time = now.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);
        return TryParse($"{time}-{origin}-{attempt}", out var id) ? id : throw new ArgumentException(origin, nameof(origin));
    }

    private int Attempt => int.Parse(Text.Split('-')[2], CultureInfo.InvariantCulture);

    private static bool TryReadTime(string text, out DateTimeOffset time) => DateTimeOffset.TryParseExact(
        text, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);

    [GeneratedRegex(@"^[0-9]{8}T[0-9]{6}Z-[0-9a-z]{4,40}-[0-9]{1,6}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Form();
}
