using Drawbridge.Engine;
using Drawbridge.GitHubAction.GitHub;

namespace Drawbridge.GitHubAction.Follow;

/// <summary>What a plan found besides what is pending: as Markdown for the job summary, and as lines for the log.</summary>
internal static class PlanSummary
{
    /// <summary>A list; empty for what is no plan.</summary>
    public static string Of(RunReport? report)
    {
        var items = Items(report).Select(item => $"- {item.Label}: {string.Join(", ", item.Values.Select(Markdown.Code))}\n").ToList();
        return items.Count == 0 ? "" : $"\n{string.Concat(items)}";
    }

    /// <summary>The same for the log. Its text comes from scripts and servers: quote it.</summary>
    public static IEnumerable<string> Lines(RunReport report) =>
        Items(report).SelectMany(item => item.Values.Select(value => $"{item.Label}: {value}"));

    /// <summary>The scripts that keep a deploy from going on as it should, whoever asks and when.</summary>
    public static IReadOnlyList<(string Label, IReadOnlyList<string> Values)> Scripts(RunReport? report) =>
        report is not { Plan: { } plan }
            ? []
            : [("drifted", plan.Drifted), ("missing", plan.Missing), ("interrupted", plan.Interrupted)];

    private static IEnumerable<(string Label, IReadOnlyList<string> Values)> Items(RunReport? report)
    {
        if (report is not { Plan: { } plan })
        {
            return [];
        }

        (string Label, IReadOnlyList<string> Values)[] all =
        [
            .. Scripts(report),
            ("lock held by", plan.LockHolder is { } holder ? [$"{holder.ApplicationName} (pid {holder.Pid}) since {holder.Since:u}"] : []),
            ("newest row", plan.Newest is { } row ? [$"{row.Script} {row.State} {row.At:u} by release {row.Release}"] : []),
            ("server", report.Server is { } server ? [$"{server.Engine} {server.Version}"] : []),
        ];
        return all.Where(item => item.Values.Count > 0);
    }
}
