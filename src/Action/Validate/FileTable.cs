using System.Text;
using Drawbridge.GitHubAction.GitHub;
using Drawbridge.Rules;

namespace Drawbridge.GitHubAction.Validate;

/// <summary>Each database with its numbers and, below it, the files that changed or have findings.</summary>
internal sealed class FileTable(Validation validation)
{
    /// <summary>Of files without findings, this many are named in a database.</summary>
    private const int MostFine = 20;

    private readonly ILookup<string, Finding> _findings = validation.Findings.ToLookup(finding => finding.Path);

    /// <summary>With the files.</summary>
    public string Whole() => Table(Files);

    /// <summary>The databases alone.</summary>
    public string WithoutFiles() => Table(_ => "");

    private string Table(Func<string, string> files)
    {
        var rows = new StringBuilder();
        foreach (var database in validation.Databases)
        {
            var touched = database.Touched is { } count ? $", {count} new or changed" : "";
            rows.Append($"| **{Markdown.Text(database.Name)}** | {Words.Count(database.Scripts, "script")}{touched} ")
                .Append($"| {Number(database.Errors)} | {Number(database.Warnings)} |\n")
                .Append(files(database.Name));
        }

        foreach (var stray in Strays())
        {
            rows.Append(files(stray));
        }

        return rows.Length == 0 ? "" : $"| database | file | errors | warnings |\n| --- | --- | ---: | ---: |\n{rows}\n";
    }

    /// <summary>Folders that are no database with scripts, or no folder at all; what is wrong with them must be seen.</summary>
    private IEnumerable<string> Strays() => validation.FilesToShow
        .Where(file => _findings.Contains(file.Path))
        .Select(file => file.Database)
        .Distinct()
        .Except(validation.Databases.Select(database => database.Name));

    private string Files(string database)
    {
        var rows = new StringBuilder();
        var fine = 0;
        foreach (var file in validation.FilesToShow.Where(file => file.Database == database))
        {
            var found = _findings[file.Path].ToList();
            if (found.Count > 0 || ++fine <= MostFine)
            {
                var name = file.Database.Length == 0 ? file.Path : file.Place.InDatabase;
                rows.Append($"| | {FindingCount.Mark(found)} {Markdown.Code(name)} ")
                    .Append($"| {Number(found, Severity.Error)} | {Number(found, Severity.Warning)} |\n");
            }
        }

        return fine > MostFine ? rows.Append($"| | ✅ and {fine - MostFine} more | | |\n").ToString() : rows.ToString();
    }

    private static string Number(List<Finding> findings, Severity severity) =>
        Number(findings.Count(finding => finding.Severity == severity));

    private static string Number(int count) => count == 0 ? "" : $"{count}";
}
