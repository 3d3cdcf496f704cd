using System.Text;
using System.Text.Json;
using Drawbridge.GitHubAction.Follow;
using Drawbridge.GitHubAction.GitHub;
using Drawbridge.Manifests;
using Spectre.Console;

namespace Drawbridge.GitHubAction.Status;

/// <summary>
/// Shows how databases stand: a table to a person, plain lines to a log, annotations, summary and outputs to GitHub.
/// </summary>
/// <param name="surroundings">To whom.</param>
/// <param name="where">Where they are.</param>
internal sealed class StatusView(Surroundings surroundings, string where)
{
    private static readonly string[] Columns = ["database", "version", "pending", "last release", "when", "status"];

    private readonly GitHubEnvironment _environment = new(surroundings);

    /// <summary>Shows all of it.</summary>
    public async Task Show(IReadOnlyList<DatabaseStatus> databases, OutcomeKind worst)
    {
        if (surroundings.IsTerminal)
        {
            var settings = new AnsiConsoleSettings { Out = new AnsiConsoleOutput(surroundings.Output) };
            AnsiConsole.Create(settings).Write(TableOf(databases));
        }
        else
        {
            await new QuotedLog(surroundings.Output, _environment).Write(databases.Select(Line));
        }

        await surroundings.Output.WriteLineAsync(PlainText.Of($"{Headline(databases)}."));
        await new Annotations(surroundings).Write([.. databases.SelectMany(Remarks)]);
        await new StepSummary(_environment).Append(() => Summary(databases));
        await SetOutputs(databases, worst);
    }

    private string Headline(IReadOnlyList<DatabaseStatus> databases) => databases.Count == 0
        ? $"Nothing was released to {where} yet"
        : $"{Words.Count(databases.Count, "database")} of {where}, {Pending(databases)}";

    private static string Pending(IReadOnlyList<DatabaseStatus> databases) =>
        $"{Words.Count(databases.Sum(database => database.Pending ?? 0), "script")} pending"
        + (databases.Any(database => database.Pending is null) ? ", as far as is known" : "");

    private static string Line(DatabaseStatus status)
    {
        var pending = status.Pending is { } count ? $"{count} pending" : "pending unknown";
        return $"{status.Database}: version {status.Version}, {pending}, {status.Standing}{ReleaseOf(status)}";
    }

    private static string ReleaseOf(DatabaseStatus status) =>
        status.Release is { } release ? $" ({release}, {release.Time:u})" : "";

    private static Table TableOf(IReadOnlyList<DatabaseStatus> databases)
    {
        var table = new Table().RoundedBorder().AddColumns(Columns);
        foreach (var status in databases)
        {
            string[] cells =
            [
                status.Database, status.Version, PendingOf(status),
                $"{status.Release}", $"{status.Release?.Time:u}", status.Standing,
            ];
            table.AddRow([.. cells.Select(cell => Markup.Escape(PlainText.Of(cell)))]);
        }

        return table;
    }

    private static string PendingOf(DatabaseStatus status) => status.Pending is { } count ? $"{count}" : "?";

    /// <summary>What keeps a database from being fine: its last release, and what a plan found.</summary>
    private static IEnumerable<Annotation> Remarks(DatabaseStatus status) =>
        from outcome in new[] { status.Outcome, status.Plan }
        where outcome?.Error is not null
        let error = outcome.Error
        let level = outcome.Kind == OutcomeKind.Superseded ? AnnotationLevel.Warning : AnnotationLevel.Error
        select new Annotation(level, error.Code, $"Database '{status.Database}': {error.Message} {error.Remedy}");

    private string Summary(IReadOnlyList<DatabaseStatus> databases)
    {
        var text = new StringBuilder($"## 📍 {Markdown.Text(Headline(databases))}\n\n");
        if (databases.Count > 0)
        {
            text.Append($"| {string.Join(" | ", Columns)} |\n| --- | --- | ---: | --- | --- | --- |\n");
        }

        foreach (var status in databases)
        {
            text.Append($"| {Markdown.Code(status.Database)} | {Markdown.Text(status.Version)} | {PendingOf(status)} ")
                .Append($"| {(status.Release is { } release ? Markdown.Code(release.Text) : "")} ")
                .Append($"| {status.Release?.Time:u} ")
                .Append($"| {Markdown.Text(status.Standing)}{Why(status.Outcome)}{Why(status.Plan)} |\n");
        }

        return text.ToString();
    }

    private static string Why(DatabaseOutcome? outcome) => outcome?.Error is { } error
        ? $"<br>**{Markdown.Text(error.Code)}** {Markdown.Text(error.Message)}"
            + $"<br>**Next step:** {Markdown.Text(error.Remedy)}"
        : "";

    private async Task SetOutputs(IReadOnlyList<DatabaseStatus> databases, OutcomeKind worst)
    {
        var outputs = new StepOutputs(_environment);
        var newest = databases.Select(database => database.Release).OfType<ReleaseId>()
            .Aggregate((ReleaseId?)null, (found, id) => found is null || found.IsOlderThan(id) ? id : found);
        await outputs.Set("result", KebabCase.Of(worst));
        await outputs.Set("release", newest?.Text ?? "");
        await outputs.Set("pending-count", $"{databases.Sum(database => database.Pending ?? 0)}");
        await outputs.Set("databases", JsonSerializer.Serialize(
            [.. databases.Select(StatusOutput.Of)], StatusOutputJson.Default.IReadOnlyListStatusOutput));
    }
}
