using System.Text;
using Drawbridge.GitHubAction.Deploy;
using Drawbridge.GitHubAction.Follow;
using Drawbridge.GitHubAction.GitHub;
using Drawbridge.Manifests;

namespace Drawbridge.GitHubAction.Feedback;

/// <summary>The answers to a plan as a comment: without its id, times, and who holds a lock at this moment.</summary>
internal sealed class PlanComment(DeployRequest asked, RunOutcome outcome)
{
    /// <summary>Everything first, each next one shorter.</summary>
    public IReadOnlyList<Func<string>> Forms =>
    [
        () => Headline() + Table() + string.Concat(outcome.Databases.Select(Details)),
        () => Headline() + Table() + string.Concat(outcome.Databases.Select(Error)),
        () => Headline() + "There is too much to show here: the job summary has all of it.\n",
    ];

    private string Headline() =>
        $"## {OutcomeWords.Verdict(ReleaseMode.Plan, outcome.Kind)}: {OutcomeWords.Done(ReleaseMode.Plan, outcome)}\n\n"
        + $"In {Markdown.Code($"{asked.Where}")}\n\n";

    private string Table()
    {
        var table = new StringBuilder("| database | at version | pending | |\n| --- | --- | ---: | --- |\n");
        foreach (var database in outcome.Databases)
        {
            var version = database.Report?.From is { } from ? Markdown.Code(from) : "";
            table.Append($"| {Markdown.Code(database.Database)} | {version} | {database.Pending} ");
            table.Append($"| {KebabCase.Of(database.Kind)} |\n");
        }

        return table.Append('\n').ToString();
    }

    private static string Details(DatabaseOutcome database)
    {
        var list = string.Concat(Items(database).SelectMany(
            item => item.Keys.Select(key => $"- {item.Label} {Markdown.Code(key)}\n")));
        var details = list.Length == 0
            ? ""
            : Markdown.Folded(Markdown.Code(database.Database), list, isOpen: false);
        return Error(database) + details;
    }

    private static IEnumerable<(string Label, IEnumerable<string> Keys)> Items(DatabaseOutcome database)
    {
        var scripts = (database.Report?.Scripts ?? []).ToLookup(script => script.Status, script => script.Key);
        return
        [
            ("would adopt", scripts[ScriptStatus.Adopted]),
            ("pending", scripts[ScriptStatus.Pending]),
            .. PlanSummary.Scripts(database.Report),
        ];
    }

    private static string Error(DatabaseOutcome database) => database.Error is { } error
        ? $"❌ {Markdown.Code(database.Database)}: **{Markdown.Text(error.Code)}**\n"
            + $"{Markdown.Sentence(error.Message)} {Markdown.Sentence(error.Remedy)}\n\n"
        : "";
}
