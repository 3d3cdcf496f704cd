using Drawbridge.Configuration;
using Drawbridge.Rules.Changes;
using Drawbridge.Rules.Fixes;
using Drawbridge.Rules.Proposals;
using Drawbridge.Scripts;

namespace Drawbridge.Rules.AfterMerge;

/// <summary>A new migration with a version lower than one that is merged already.</summary>
internal sealed class OutOfOrder : Rule
{
    public override Severity Severity => Severity.Error;

    public override bool NeedsBase => true;

    /// <summary>It is the database's order that makes it an error, because by that the function decides.</summary>
    public override Severity SeverityBy(ProjectSettings settings, string database) =>
        settings.AppliesLateVersions(database) ? Severity.Off : Severity;

    public override IEnumerable<Finding> Check(ChangeSet changes)
    {
        var versions = new FreshVersions(changes);
        var renamed = changes.Removed.Where(file => file.IsMigration).Select(changes.Successor).ToHashSet();
        var highest = changes.Base.Where(file => file.IsMigration).GroupBy(file => file.Database)
            .ToDictionary(
                database => database.Key,
                database => database.Max(file => file.Name!.Version)!,
                StringComparer.Ordinal);
        var added = changes.Added.Where(file => file.IsMigration && !renamed.Contains(file));
        foreach (var file in added.OrderBy(file => file.Name!.Version))
        {
            if (highest.TryGetValue(file.Database, out var merged) && file.Name!.Version! < merged)
            {
                var proposal = versions.Rename(file);
                yield return Find(
                    file,
                    $"The version '{file.Name.Version}' of '{file.Path}' is lower than '{merged}', which is merged "
                    + "already.",
                    $"Rename it to '{proposal}', and its undo script with it: 'drawbridge renumber' does that.") with
                {
                    Moves =
                    [
                        new FileMove(file.Path, file.Place.Beside(proposal).Full),
                        .. UndoScripts(file, changes).Select(undo => new FileMove(
                            undo.Path, undo.Place.Beside(FreshVersions.GiveVersionOf(proposal, undo)).Full)),
                    ],
                };
            }
        }
    }

    private static IEnumerable<MigrationFile> UndoScripts(MigrationFile migration, ChangeSet changes) =>
        changes.Added.Where(file => file.Database == migration.Database
            && file.Name is { Kind: ScriptKind.Undo } name && name.Version == migration.Name!.Version);
}
