using Drawbridge.Engine;
using Drawbridge.GitHubAction.Follow;
using Drawbridge.Manifests;

namespace Drawbridge.GitHubAction.Problems;

/// <summary>No final answer in time: what was seen, why that may be, and how to go on.</summary>
internal sealed record NoResult(string Message, string Remedy) : Problem(Message, Remedy)
{
    private const string FollowOn =
        "Nothing is undone by not waiting: 'drawbridge status' tells what came of it; run the job again on this "
        + "commit, and it follows this release, or asks once more when nobody answers.";

    private const string AskAgain = "A plan changes nothing: ask again.";

    private static readonly IReadOnlyList<string> NeverAnswered =
    [
        "the notification did not reach the function: compare the prefix with the module's, and look at the SNS topic's "
            + "deliveries and the dead-letter queue",
        "the function can't start or can't reach S3: 'drawbridge doctor --function <name>' asks it",
        "the function is throttled, its concurrency used up or set to 0: look at its 'Throttles' metric",
    ];

    private static readonly IReadOnlyList<string> StillRunning =
    [
        "a statement simply takes long: look at pg_stat_activity",
        "it waits for a lock that an application session holds: look at pg_blocking_pids()",
        "the function was stopped and the platform tries again within minutes: look at its log group, or ask "
            + "'drawbridge doctor --function <name>'",
    ];

    private static readonly IReadOnlyList<string> StillWaiting =
    [
        "the run that holds the migration lock takes long: 'drawbridge status' and its release's result show it",
        "its session hangs, and the server has not noticed yet: look at pg_stat_activity, and end it there",
        "the function was stopped while it waited, and the platform tries again within minutes: look at its log group, or "
            + "ask 'drawbridge doctor --function <name>'",
    ];

    private static readonly IReadOnlyList<string> StillUnavailable =
    [
        "the database's security group does not let the function in: 'drawbridge doctor --function <name>' tells which of "
            + "these three it is",
        "the database is stopped, failing over or out of connections: look at its events",
        "host, port or password in the function's settings are wrong: look at its log group",
    ];

    /// <summary>The likeliest three, each with how to check it.</summary>
    public required IReadOnlyList<string> Causes { get; init; }

    /// <summary>What to do when none of them is to blame.</summary>
    public required string Next { get; init; }

    /// <summary>From what was seen.</summary>
    public static NoResult Of(FollowedRelease release, TimeSpan waited, Sighting sighting)
    {
        var causes = CausesOf(sighting.Report);
        var next = release.Id.IsPlan ? AskAgain : FollowOn;
        var numbered = causes.Select((cause, index) => $"({index + 1}) {cause}");
        return new NoResult(
            $"{(release.Id.IsPlan ? "Plan" : "Release")} '{release.Id}' of database '{release.Database}' gave no final result within "
            + $"{waited.TotalSeconds:0} s: it was written at {release.WrittenAt:u}, and {Seen(sighting)}.",
            $"Likeliest: {string.Join("; ", numbered)}. {next}")
        {
            Causes = causes,
            Next = next,
        };
    }

    private static string Seen(Sighting sighting) => sighting.Report is { } report
        ? $"its result said '{KebabCase.Of(report.Status)}' at {sighting.WrittenAt:u}{Details(report)}"
        : "there is no result object";

    private static string Details(RunReport report) => report switch
    {
        { Error: { } error } => $" ({error.Code}: {error.Message})",
        { WaitingFor: { } holder } => $", waiting for the lock of '{holder.ApplicationName}' (pid {holder.Pid})",
        { Continues: true } => ", to go on in another invocation",
        _ when report.Scripts.FirstOrDefault(script => script.Status == ScriptStatus.Pending) is { } next => $", at '{next.Key}'",
        _ => "",
    };

    private static IReadOnlyList<string> CausesOf(RunReport? report) => report switch
    {
        null => NeverAnswered,
        { Status: ResultStatus.Unavailable } => StillUnavailable,
        { WaitingFor: not null } => StillWaiting,
        _ => StillRunning,
    };
}
