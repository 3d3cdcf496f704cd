using Drawbridge.Rules.AfterMerge;
using Drawbridge.Rules.Changes;
using Drawbridge.Rules.Names;
using Drawbridge.Rules.PostgreSql;

namespace Drawbridge.Rules;

/// <summary>All rules there are.</summary>
public static class RuleList
{
    /// <summary>In the order of the documentation.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        new InvalidName(),
        new InvalidDatabaseName(),
        new DuplicateVersion(),
        new OutOfOrder(),
        new ChangedAfterMerge(),
        new DeletedAfterMerge(),
        new RenamedAfterMerge(),
        new NotAFile(),
        new CaseCollision(),
        new MixedNaming(),
        new FutureVersion(),
        new FileHygiene(),
        new UnexpectedFile(),
        new SyntaxError(),
        new PsqlCommand(),
    ];

    /// <summary>What all rules find: the worst first, then by place.</summary>
    public static IReadOnlyList<Finding> Check(ChangeSet changes) =>
    [
        .. All.Where(rule => changes.HasBase || !rule.NeedsBase)
            .SelectMany(rule => rule.Check(changes))
            .OrderBy(finding => finding.Severity)
            .ThenBy(finding => finding.Path, StringComparer.Ordinal)
            .ThenBy(finding => finding.Line)
            .ThenBy(finding => finding.Column),
    ];
}
