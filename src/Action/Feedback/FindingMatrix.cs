using System.Text;
using Drawbridge.GitHubAction.GitHub;
using Drawbridge.GitHubAction.Validate;
using Drawbridge.Rules;
using Drawbridge.Rules.Changes;

namespace Drawbridge.GitHubAction.Feedback;

/// <summary>
/// What was found where, as a table: a row a file, a column a database, so that one script in many databases is one
/// row.
/// </summary>
internal sealed class FindingMatrix(Validation validation)
{
    /// <summary>More than fit into a comment's width are one column with whole paths instead.</summary>
    private const int MostColumns = 6;

    private readonly ILookup<string, Finding> _findings =
        validation.Findings.ToLookup(finding => finding.Path, StringComparer.Ordinal);

    /// <summary>As Markdown; empty when no file is new, changed or found fault with.</summary>
    public string Write()
    {
        var files = validation.Changes.Touched.Where(file => file.IsScript)
            .Concat(validation.Changes.Head.Concat(validation.Changes.Removed)
                .Where(file => _findings.Contains(file.Path)))
            .DistinctBy(file => file.Path)
            .ToList();
        var databases = files.Select(file => file.Database).Distinct().Order(StringComparer.Ordinal).ToList();
        return (files.Count, databases.Count) switch
        {
            (0, _) => "",
            (_, > MostColumns) => Table(files, file => file.Place.Below, [new Column("found", _ => true)]),
            _ => Table(files, file => file.Place.InDatabase, [.. databases.Select(ColumnOf)]),
        };
    }

    private static Column ColumnOf(string database) => new(
        database.Length == 0 ? "no database" : Markdown.Code(database), file => file.Database == database);

    private string Table(IEnumerable<MigrationFile> files, Func<MigrationFile, string> name, List<Column> columns)
    {
        var table = new StringBuilder("| file |");
        table.AppendJoin("", columns.Select(column => $" {column.Title} |")).Append("\n| --- |");
        table.Insert(table.Length, " :-: |", columns.Count).Append('\n');
        foreach (var row in files.GroupBy(name).OrderBy(row => row.Key, StringComparer.Ordinal))
        {
            table.Append($"| {Markdown.Code(row.Key)} |");
            table.AppendJoin("", columns.Select(column => $" {Cell(row.FirstOrDefault(column.Holds))} |")).Append('\n');
        }

        return table.Append('\n').ToString();
    }

    private string Cell(MigrationFile? file) => file is null ? "" : FindingCount.MarkWithNumber(_findings[file.Path]);

    private sealed record Column(string Title, Func<MigrationFile, bool> Holds);
}
