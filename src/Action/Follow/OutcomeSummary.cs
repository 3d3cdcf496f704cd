using System.Text;
using Drawbridge.GitHubAction.GitHub;
using Drawbridge.GitHubAction.Problems;
using Drawbridge.Manifests;

namespace Drawbridge.GitHubAction.Follow;

/// <summary>A run as Markdown for the job summary, in forms of which each is shorter than the one before.</summary>
internal sealed class OutcomeSummary(RunHeadline headline, RunOutcome outcome)
{
    /// <summary>More scripts than that are folded.</summary>
    private const int MostUnfolded = 25;

    /// <summary>Everything: a headline, what went wrong, how long each script took, and the scripts of each database.</summary>
    public string Whole() => $"{Headline()}{Overview()}{Errors()}{ScriptChart.Of(outcome)}{Databases(Scripts)}";

    /// <summary>Without the scripts, for a run with more than a summary holds.</summary>
    public string WithoutScripts() =>
        $"{Headline()}{Overview()}{Errors()}\nThere are too many scripts to show here: the log lists them all.\n{Databases(_ => "")}";

    /// <summary>Without what single databases say.</summary>
    public string Short() => $"{Headline()}\nThere is too much to show here: the log says it all.\n";

    private string Headline()
    {
        var versions = outcome.Databases.Where(HasMoved).ToList() is [var only] ? $", {Versions(only)}" : "";
        var id = $"{(headline.Mode == ReleaseMode.Plan ? "plan" : "release")} {Markdown.Code(headline.Release)}";
        return $"## {OutcomeWords.Verdict(headline.Mode, outcome.Kind)}: {OutcomeWords.Done(headline.Mode, outcome)}\n\n"
            + $"**{Markdown.Text(headline.What)}** {(headline.Mode == ReleaseMode.Plan ? "against" : "to")} {Markdown.Text(headline.Where)}{versions}, in "
            + $"**{Words.Duration(headline.Took)}**, {id}\n";
    }

    private static bool HasMoved(DatabaseOutcome database) => database.Report is { } report && report.From != report.To;

    private static string Versions(DatabaseOutcome database) =>
        $"{Markdown.Code(database.Database)} from {Version(database.Report!.From)} to {Version(database.Report.To)}";

    private static string Version(string? version) => version is null ? "no version" : $"version {Markdown.Text(version)}";

    private string Overview()
    {
        var rows = new StringBuilder("\n| database | result | from | to | scripts | time |\n| --- | --- | --- | --- | --- | ---: |\n");
        foreach (var database in outcome.Databases)
        {
            var time = database.Duration is { } took ? Words.Duration(took) : "";
            rows.Append($"| **{Markdown.Text(database.Database)}** | {OutcomeWords.Mark(database.Kind)} {Standing(database)} ")
                .Append($"| {Markdown.Text(database.Report?.From ?? "–")} | {Markdown.Text(database.Report?.To ?? "–")} ")
                .Append($"| {Counts(database)} | {time} |\n");
        }

        return rows.ToString();
    }

    private string Counts(DatabaseOutcome database) =>
        OutcomeWords.Counts(database) is { Length: > 0 } counts ? counts
        : database.Kind == OutcomeKind.Succeeded ? OutcomeWords.Nothing(headline.Mode)
        : "";

    private static string Standing(DatabaseOutcome database) => database is { Kind: OutcomeKind.NotStarted, Problem: null }
        ? "not started, because the root database did not succeed"
        : KebabCase.Of(database.Kind);

    private string Databases(Func<DatabaseOutcome, string> scripts) => string.Concat(outcome.Databases
        .Select(database => (database.Database, Text: scripts(database) + PlanSummary.Of(database.Report)))
        .Where(section => section.Text.Length > 0)
        .Select(section => $"\n### {Markdown.Text(section.Database)}\n{section.Text}"));

    private static string Scripts(DatabaseOutcome outcome)
    {
        var told = (outcome.Report?.Scripts ?? []).Where(script => script.Status != ScriptStatus.Skipped).ToList();
        if (told.Count == 0)
        {
            return "";
        }

        var rows = told.Select(script =>
            $"| {Markdown.Code(script.Key)} | {OutcomeWords.Mark(script.Status)}{KebabCase.Of(script.Status)} | {script.Statements} | {Took(script)} |");
        var table = $"\n| script | status | statements | time |\n| --- | --- | ---: | ---: |\n{string.Join('\n', rows)}\n";
        return told.Count <= MostUnfolded ? table : $"\n{Markdown.Folded(Words.Count(told.Count, "script"), table, isOpen: false)}";
    }

    private static string Took(ScriptResult script)
    {
        var time = script.DurationMs is { } milliseconds ? Words.Duration(TimeSpan.FromMilliseconds(milliseconds)) : "";
        return script.Tries is { } tries ? $"{time}, {tries} tries" : time;
    }

    private string Errors() => string.Concat(outcome.Databases.Select(Error));

    private string Error(DatabaseOutcome database)
    {
        if (database.Error is not { } error)
        {
            return "";
        }

        var hint = error.Hint is null ? "" : $"**Hint:** {Markdown.Text(error.Hint)}\n\n";
        var statement = headline.Places.ShowStatement(database.Database, error) is { } shown
            ? $"{Markdown.Block(shown.Rows)}\n"
            : "";
        return $"\n### {OutcomeWords.Mark(database.Kind)} {Markdown.Text(database.Database)}: {Manual.Link(error.Code)}\n\n"
            + $"{Place(database.Database, error)}{statement}{Markdown.Text(error.Message)}\n\n"
            + $"{hint}{Steps(database.Problem, error)}";
    }

    private static string Steps(Problem? problem, ResultError error)
    {
        if (problem is not NoResult unanswered)
        {
            return $"**Next step:** {Markdown.Text(error.Remedy)}\n";
        }

        var causes = unanswered.Causes.Select((cause, index) => $"{index + 1}. {Markdown.Text(cause)}\n");
        return $"**Likeliest:**\n\n{string.Concat(causes)}\n**Next step:** {Markdown.Text(unanswered.Next)}\n";
    }

    private string Place(string database, ResultError error)
    {
        if (headline.Places.Find(database, error.Script) is not { } path)
        {
            return "";
        }

        var place = string.Join(
            ':', new[] { path, error.Line?.ToString(), error.Column?.ToString() }.Where(part => part is not null));
        return $"{Markdown.Code(place)}{(error.Statement is { } number ? $", statement {number}" : "")}\n\n";
    }
}
