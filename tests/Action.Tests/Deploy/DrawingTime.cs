using System.Text.RegularExpressions;
using Drawbridge.Engine;
using Drawbridge.GitHubAction.Follow;
using Drawbridge.Manifests;

namespace Drawbridge.GitHubAction.Tests.Deploy;

public sealed partial class DrawingTime
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Scripts_of_a_database_stand_behind_each_other_and_behind_those_of_the_root()
    {
        var chart = ScriptChart.Of(new RunOutcome(
        [
            Ran("postgres", Noon, Script("1", "create shop", 40)),
            Ran("shop", Noon.AddSeconds(5), Script("1", "create users", 12), Script(null, "reports", 3, ScriptStatus.Failed)),
        ]));

        chart.ShouldBe(
            """

            ### Time

            ```mermaid
            gantt
                dateFormat YYYY-MM-DD HH:mm:ss.SSS
                axisFormat %-S.%L s
                section postgres
                1 create shop (40 ms) :2000-01-01 00:00:00.000, 40ms
                section shop
                1 create users (12 ms) :2000-01-01 00:00:00.040, 12ms
                R reports (3 ms) :crit, 2000-01-01 00:00:00.052, 3ms
            ```

            """);
    }

    [Theory]
    [InlineData("a: b; c # d, e")]
    [InlineData("a\n```\n<script>alert(1)</script>\n::error::x")]
    [InlineData("%%{init: {'theme':'dark'}}%% click x href javascript:alert(1)")]
    [InlineData("x\r    section owned\u202E\u200B")]
    public void Hostile_name_stays_a_label(string description)
    {
        var chart = ScriptChart.Of(new RunOutcome([Ran("a\nsection b", Noon, Script("1", description, 5), Script("2;#", description, 5))]));

        var lines = chart.Trim().Split('\n');
        lines.Length.ShouldBe(10);
        lines[7..9].ShouldAllBe(line => Label().IsMatch(line));
        lines[6].ShouldBe("    section a·section b");
    }

    [Fact]
    public void One_script_is_no_chart() =>
        ScriptChart.Of(new RunOutcome([Ran("shop", Noon, Script("1", "create users", 12))])).ShouldBeEmpty();

    [Fact]
    public void Ten_thousand_scripts_are_the_longest_of_them_and_far_below_mermaid_s_limit()
    {
        var scripts = Enumerable.Range(1, 10_000).Select(number => Script($"{number}", new string('漢', 200), number)).ToArray();

        var chart = ScriptChart.Of(new RunOutcome([Ran("shop", Noon, scripts)]));

        chart.ShouldContain("The 30 longest of 10000 scripts.");
        chart.ShouldContain(" 10000 漢");
        chart.ShouldNotContain(" 9970 漢");
        chart.Length.ShouldBeLessThan(50_000);
    }

    internal static DatabaseOutcome Ran(string database, DateTimeOffset startedAt, params IReadOnlyList<ScriptResult> scripts) =>
        DatabaseOutcome.Of(
            database,
            RunReport.Started with { Status = ResultStatus.Succeeded, Scripts = scripts },
            startedAt,
            TimeSpan.FromSeconds(1));

    internal static ScriptResult Script(string? version, string description, long milliseconds, ScriptStatus status = ScriptStatus.Applied) =>
        new($"migrations/shop/{version}.sql", version, description, status, Transaction: true, Statements: 1, milliseconds);

    [GeneratedRegex("^    [12][^:;#,%`<>{}\"\\\\\n\r]* \\(5 ms\\) :2000-01-01 00:00:00\\.00[05], 5ms$")]
    private static partial Regex Label();
}
