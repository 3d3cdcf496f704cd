using System.Collections.Immutable;
using Drawbridge.Manifests;
using Drawbridge.Rules;
using Drawbridge.Rules.Changes;

namespace Drawbridge.GitHubAction.Validate;

/// <summary>What a validation looked at and found.</summary>
/// <param name="Changes">What it looked at.</param>
/// <param name="Base">What it compared with; null for nothing.</param>
/// <param name="Inspection">What the rules found, and what of it was accepted.</param>
internal sealed record Validation(ChangeSet Changes, ComparisonBase? Base, Inspection Inspection)
{
    /// <summary>Why other open pull requests could not be looked at; null when they were, or when nothing asked for it.</summary>
    public string? SiblingsUnseen { get; init; }

    /// <summary>Files of the working tree that differ from the commit that was looked at; 0 where nobody works on them.</summary>
    public int Uncommitted { get; init; }

    /// <summary>Git's id of each file's content, by its path, as it will be.</summary>
    public IReadOnlyDictionary<string, string> ObjectIds { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The lines that this change touches.</summary>
    public ChangedLines ChangedLines { get; init; } = ChangedLines.Unknown;

    /// <summary>
    /// The worst first, of these what is on changed lines: only so many can be shown beside the code.
    /// </summary>
    public IReadOnlyList<Finding> Ranked =>
        [.. Findings.OrderBy(finding => finding.Severity).ThenBy(finding => !ChangedLines.Holds(finding))];

    /// <summary>The worst first.</summary>
    public IReadOnlyList<Finding> Findings => Inspection.Findings;

    /// <summary>The files that they point at.</summary>
    public FindingSources Sources => field ??= new FindingSources(Changes);

    /// <summary>How many findings fail the check.</summary>
    public int Errors => Count(Severity.Error);

    /// <summary>How many findings deserve a look.</summary>
    public int Warnings => Count(Severity.Warning);

    /// <summary>How many scripts there are.</summary>
    public int Scripts => Changes.Head.Count(file => file.IsScript);

    /// <summary>Each database with its numbers, by name.</summary>
    public IReadOnlyList<DatabaseCount> Databases => field ??= CountDatabases();

    /// <summary>The files that a reader wants to hear of: what changed and what has findings, by path.</summary>
    public IReadOnlyList<MigrationFile> FilesToShow => field ??= FindFilesToShow();

    /// <summary>The rules that found nothing because there was nothing to compare with.</summary>
    public IReadOnlyList<string> SkippedRules =>
        Changes.HasBase ? [] : [.. RuleList.All.Where(rule => rule.NeedsBase).Select(rule => rule.Id)];

    /// <summary>One sentence that says how it went.</summary>
    public string Headline =>
        $"{Words.Count(Errors, "error")} and {Words.Count(Warnings, "warning")} "
        + $"in {Words.Count(Scripts, "script")} of {Words.Count(Databases.Count, "database")}";

    /// <summary>What the numbers are to be compared with.</summary>
    public string Comparison => this switch
    {
        { Base: null } =>
            $"There is no base to compare with, so these checks were skipped: {string.Join(", ", SkippedRules)}. Every table counts as "
                + "made by this change: what is done to an older one is not found. Name a base, such as '--base origin/main'.",
        { Changes: { Touched.Count: 0, Removed.Count: 0 } } =>
            $"Nothing changed since {ShortCommit.Of(Base.Commit)} ({Base.Origin}); every name was checked again.",
        _ => $"{Words.Count(Changes.Touched.Count, "file")} new or changed and {Changes.Removed.Count} removed since {ShortCommit.Of(Base.Commit)} ({Base.Origin}).",
    };

    private List<DatabaseCount> CountDatabases()
    {
        var databaseOf = Changes.Head.Concat(Changes.Removed)
            .ToDictionary(file => file.Path, file => file.Database, StringComparer.Ordinal);
        var findings = Findings.CountBy(finding => (databaseOf[finding.Path], finding.Severity)).ToDictionary();
        var touched = Changes.Touched.CountBy(file => file.Database).ToDictionary(StringComparer.Ordinal);
        return
        [
            .. from scripts in Changes.Head.Where(file => file.IsScript && file.Database.Length > 0).CountBy(
                file => file.Database)
               orderby scripts.Key
               select new DatabaseCount(
                   scripts.Key,
                   scripts.Value,
                   Changes.HasBase ? touched.GetValueOrDefault(scripts.Key) : null,
                   findings.GetValueOrDefault((scripts.Key, Severity.Error)),
                   findings.GetValueOrDefault((scripts.Key, Severity.Warning))),
        ];
    }

    private List<MigrationFile> FindFilesToShow()
    {
        var found = Findings.Select(finding => finding.Path).ToHashSet(StringComparer.Ordinal);
        var touched = Changes.HasBase ? Changes.Touched : [];
        return [.. Changes.Head.Concat(Changes.Removed).Where(file => found.Contains(file.Path))
            .Union(touched).OrderBy(file => file.Path, StringComparer.Ordinal)];
    }

    private int Count(Severity severity) => Findings.Count(finding => finding.Severity == severity);
}
