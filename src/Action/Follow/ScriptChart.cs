using System.Globalization;
using System.Text;
using Drawbridge.Manifests;

namespace Drawbridge.GitHubAction.Follow;

/// <summary>How long each script took, as a Gantt chart that GitHub draws: Mermaid in a fenced block.</summary>
internal static class ScriptChart
{
    /// <summary>Higher than that, a chart is no picture any more; GitHub draws none of 50,000 characters.</summary>
    private const int MostBars = 30;

    private const int LongestLabel = 40;

    /// <summary>A day without a change of clocks anywhere; the chart shows only what passed since its beginning.</summary>
    private static readonly DateTime Zero = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    /// <summary>The chart; empty when there are not two bars to compare.</summary>
    public static string Of(RunOutcome outcome)
    {
        var bars = outcome.Databases.SelectMany(database => Bars(database, Before(outcome, database))).ToList();
        if (bars.Count < 2)
        {
            return "";
        }

        var shown = bars.OrderByDescending(bar => bar.Length).Take(MostBars).ToHashSet();
        var chart = new StringBuilder($"```mermaid\ngantt\n    dateFormat YYYY-MM-DD HH:mm:ss.SSS\n    axisFormat {Axis(bars)}\n");
        foreach (var database in bars.Where(shown.Contains).GroupBy(bar => bar.Database))
        {
            chart.Append($"    section {Label(database.Key)}\n");
            chart.AppendJoin("", database.Select(Line));
        }

        var note = bars.Count > MostBars ? $"The {MostBars} longest of {bars.Count} scripts.\n\n" : "";
        return $"\n### Time\n\n{note}{chart}```\n";
    }

    /// <summary>What ran before a database's run began: its scripts, without the pauses between, which would fill the chart.</summary>
    private static TimeSpan Before(RunOutcome outcome, DatabaseOutcome database) => outcome.Databases
        .Where(other => other.StartedAt + other.Duration <= database.StartedAt)
        .Select(other => Bars(other, TimeSpan.Zero).Select(bar => bar.Start + bar.Length).LastOrDefault())
        .DefaultIfEmpty()
        .Max();

    /// <summary>The scripts of a database ran one behind the other.</summary>
    private static IEnumerable<ScriptBar> Bars(DatabaseOutcome outcome, TimeSpan start)
    {
        foreach (var script in outcome.Report?.Scripts ?? [])
        {
            if (script.DurationMs is { } milliseconds)
            {
                var length = TimeSpan.FromMilliseconds(Math.Clamp(milliseconds, 1, TimeSpan.MillisecondsPerDay));
                yield return new ScriptBar(outcome.Database, script, start, length);
                start += length;
            }
        }
    }

    private static string Line(ScriptBar bar)
    {
        var tag = bar.Script.Status == ScriptStatus.Failed ? "crit, " : "";
        var start = (Zero + bar.Start).ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture);
        var name = Label($"{bar.Script.Version ?? "R"} {bar.Script.Description}");
        return $"    {name} ({Words.Duration(bar.Length)}) :{tag}{start}, {bar.Length.TotalMilliseconds:0}ms\n";
    }

    private static string Axis(List<ScriptBar> bars) => bars.Max(bar => bar.Start + bar.Length) switch
    {
        { TotalSeconds: < 10 } => "%-S.%L s",
        { TotalHours: < 1 } => "%-M:%S",
        _ => "%-H:%M:%S",
    };

    /// <summary>Letters, digits and a little more: nothing else means nothing to Mermaid, or may not tomorrow.</summary>
    private static string Label(string text)
    {
        var label = string.Concat(text.EnumerateRunes().Take(LongestLabel)
            .Select(rune => Rune.IsLetterOrDigit(rune) || rune.Value is ' ' or '.' or '_' or '-' ? rune.ToString() : "·"));
        return text.EnumerateRunes().Count() > LongestLabel ? $"{label}…" : label;
    }
}
