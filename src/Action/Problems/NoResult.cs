using Drawbridge.GitHubAction.Follow;
using Drawbridge.Manifests;

namespace Drawbridge.GitHubAction.Problems;

/// <summary>No final answer in time: what was seen, why that may be, and how to go on.</summary>
internal sealed record NoResult(string Message, string Remedy) : Problem(Message, Remedy)
{
    private const string FollowOn =
        "Nothing is undone by not waiting: run the job again on this commit, and it follows this release, or asks once "
        + "more when nobody answers.";

    private const string AskAgain = "A plan changes nothing: ask again.";

    private const string NeverAnswered =
        "Likeliest: (1) the notification did not reach the function: compare the prefix with the module's, and look at "
        + "the SNS topic's deliveries and the dead-letter queue; "
        + "(2) the function can't start or can't reach S3: 'drawbridge doctor --function <name>' asks it; "
        + "(3) the function is throttled, its concurrency used up or set to 0: look at its 'Throttles' metric.";

    private const string StillRunning =
        "Likeliest: (1) a statement simply takes long: look at pg_stat_activity; "
        + "(2) it waits for a lock that an application session holds: look at pg_blocking_pids(); "
        + "(3) the function was stopped and the platform tries again within minutes: look at its log group.";

    private const string StillUnavailable =
        "'drawbridge doctor --function <name>' tells which of these it is. "
        + "Likeliest: (1) the database's security group does not let the function in; "
        + "(2) the database is stopped, failing over or out of connections: look at its events; "
        + "(3) host, port or password in the function's settings are wrong: look at its log group.";

    /// <summary>From what was seen.</summary>
    public static NoResult Of(FollowedRelease release, TimeSpan waited, Sighting sighting) =>
        new(
            $"{(release.Id.IsPlan ? "Plan" : "Release")} '{release.Id}' of database '{release.Database}' gave no final result within "
            + $"{waited.TotalSeconds:0} s: it was written at {release.WrittenAt:u}, and {Seen(sighting)}.",
            $"{Causes(sighting)} {(release.Id.IsPlan ? AskAgain : FollowOn)}");

    private static string Seen(Sighting sighting) => sighting.Report is { } report
        ? $"its result said '{KebabCase.Of(report.Status)}' at "
            + $"{sighting.WrittenAt:u}{(report.Error is { } error ? $" ({error.Code}: {error.Message})" : "")}"
        : "there is no result object";

    private static string Causes(Sighting sighting) => sighting.Report?.Status switch
    {
        null => NeverAnswered,
        ResultStatus.Unavailable => StillUnavailable,
        _ => StillRunning,
    };
}
