using System.Text;
using Drawbridge.GitHubAction.GitHub;
using Drawbridge.Manifests;

namespace Drawbridge.GitHubAction.Follow;

/// <summary>A run as Markdown for the job summary.</summary>
internal static class OutcomeSummary
{
    /// <summary>Everything: a headline, and for each database its scripts and what to do next.</summary>
    public static string Whole(RunHeadline headline, RunOutcome outcome) =>
        Of(headline, outcome, database => Scripts(database));

    /// <summary>Without the scripts, for a run with more than a summary holds.</summary>
    public static string Short(RunHeadline headline, RunOutcome outcome) =>
        Of(headline, outcome, _ => "");

    private static string Of(RunHeadline headline, RunOutcome outcome, Func<DatabaseOutcome, string> scripts)
    {
        var text = new StringBuilder()
            .Append(
                $"## {OutcomeWords.Verdict(headline.Mode, outcome.Kind)}: {OutcomeWords.Done(headline.Mode, outcome)}\n\n")
            .Append(
                $"{Markdown.Text(headline.What)} to {Markdown.Text(headline.Where)} in "
                + $"{Words.Duration(headline.Took)}, ")
            .Append($"{(headline.Mode == ReleaseMode.Plan ? "plan" : "release")} {Markdown.Code(headline.Release)}\n");
        foreach (var database in outcome.Databases)
        {
            text.Append($"\n### {Markdown.Text(database.Database)}: {Standing(database)}\n")
                .Append(scripts(database))
                .Append(PlanSummary.Of(database.Report))
                .Append(Error(headline, database));
        }

        return text.ToString();
    }

    private static string Standing(DatabaseOutcome outcome)
    {
        if (outcome.Kind == OutcomeKind.NotStarted && outcome.Problem is null)
        {
            return "not started, because the root database did not succeed";
        }

        var versions = (outcome.Report?.From, outcome.Report?.To) switch
        {
            (null, null) => "",
            (null, { } to) => $", now at version {Markdown.Text(to)}",
            (var from, { } to) when from == to => $", at version {Markdown.Text(to)}",
            (var from, var to) => $", from version {Markdown.Text(from)} to {Markdown.Text(to ?? "none")}",
        };
        var duration = outcome.Duration is { } took ? $", {Words.Duration(took)}" : "";
        return $"{KebabCase.Of(outcome.Kind)}{versions}{duration}";
    }

    private static string Scripts(DatabaseOutcome outcome)
    {
        var told = (outcome.Report?.Scripts ?? []).Where(script => script.Status != ScriptStatus.Skipped).ToList();
        if (told.Count == 0)
        {
            return outcome.Kind == OutcomeKind.Succeeded ? OutcomeWords.Nothing(outcome.Report!.Mode) : "";
        }

        var rows = told.Select(script =>
            $"| {Markdown.Code(script.Key)} | {KebabCase.Of(script.Status)} | {script.Statements} | {Took(script)} |");
        return $"\n| script | status | statements | time |\n| --- | --- | ---: | ---: |\n{string.Join('\n', rows)}\n";
    }

    private static string Took(ScriptResult script) =>
        script.DurationMs is { } milliseconds ? Words.Duration(TimeSpan.FromMilliseconds(milliseconds)) : "";

    private static string Place(string path, ResultError error) => string.Join(
        ':', new[] { path, error.Line?.ToString(), error.Column?.ToString() }.Where(part => part is not null));

    private static string Error(RunHeadline headline, DatabaseOutcome outcome)
    {
        if (outcome.Error is not { } error)
        {
            return "";
        }

        var place = headline.Places.Find(outcome.Database, error.Script) is { } path
            ? $" at {Markdown.Code(Place(path, error))}"
                + (error.Statement is { } statement ? $", statement {statement}" : "")
            : "";
        var hint = error.Hint is null ? "" : $"Hint: {Markdown.Text(error.Hint)}\n\n";
        var excerpt = headline.Places.Show(outcome.Database, error) is { } shown
            ? $"{Markdown.Block(shown.Rows)}\n"
            : "";
        return $"\n**{Markdown.Text(error.Code)}**{place}\n\n{excerpt}{Markdown.Text(error.Message)}\n\n"
            + $"{hint}**Next step:** {Markdown.Text(error.Remedy)}\n";
    }
}
