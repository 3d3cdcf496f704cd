using Drawbridge.GitHubAction.Git;
using Drawbridge.GitHubAction.GitHub;
using Drawbridge.Rules;

namespace Drawbridge.GitHubAction.Validate;

/// <summary>Tells findings on lines that the change touches from those that were there before.</summary>
internal sealed class ChangedLines
{
    /// <summary>When nothing is known, everything may have changed.</summary>
    public static readonly ChangedLines Unknown = new(_ => true);

    /// <summary>Each takes a run of git; what is further down a list is not shown beside the code anyway.</summary>
    private const int MostFiles = 100;

    private readonly Predicate<Finding> _isTouched;

    private ChangedLines(Predicate<Finding> isTouched) => _isTouched = isTouched;

    /// <summary>Compares the files that findings are about, the first ones at least, with what is merged.</summary>
    public static async Task<ChangedLines> Read(
        GitRepository repository,
        MigrationTrees trees,
        IEnumerable<Finding> findings,
        CancellationToken cancellationToken)
    {
        if (trees.Base is null)
        {
            return Unknown;
        }

        var merged = trees.Base.ToDictionary(entry => entry.Path, StringComparer.Ordinal);
        var head = trees.Head.ToDictionary(entry => entry.Path, StringComparer.Ordinal);
        var lines = new Dictionary<string, IReadOnlyList<LineRange>>(StringComparer.Ordinal);
        var pointing = findings.Where(finding => finding.Line is not null);
        foreach (var path in pointing.Select(finding => finding.Path).Distinct().Take(MostFiles))
        {
            if (merged.TryGetValue(path, out var before) && head.TryGetValue(path, out var after))
            {
                lines[path] = before.ObjectId == after.ObjectId
                    ? []
                    : await repository.ChangedLines(before.ObjectId, after.ObjectId, cancellationToken);
            }
        }

        return new ChangedLines(finding => finding.Line is { } line && lines.TryGetValue(finding.Path, out var changed)
            ? changed.Any(range => range.Contains(new LineRange(line, line)))
            : head.GetValueOrDefault(finding.Path) != merged.GetValueOrDefault(finding.Path));
    }

    /// <summary>Whether the change touches the line of a finding, or its file when it is about no line.</summary>
    public bool Holds(Finding finding) => _isTouched(finding);
}
