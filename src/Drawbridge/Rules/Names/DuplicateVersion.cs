using Drawbridge.Rules.Changes;
using Drawbridge.Scripts;

namespace Drawbridge.Rules.Names;

/// <summary>Two migrations, or two undo scripts, of one database with the same version.</summary>
internal sealed class DuplicateVersion : Rule
{
    public override Severity Severity => Severity.Error;

    public override IEnumerable<Finding> Check(ChangeSet changes)
    {
        var versioned = changes.Head.Where(
            file => file.Name?.Version is not null && DatabaseName.IsValid(file.Database));
        return versioned.GroupBy(file => (file.Database, file.Name!.Version))
            .Where(same => same.Skip(1).Any())
            .SelectMany(same => Clashes([.. same], changes))
            .Concat(ClashesWithSiblings(changes));
    }

    /// <summary>Nothing is wrong yet: only who merges second has to move.</summary>
    private IEnumerable<Finding> ClashesWithSiblings(ChangeSet changes)
    {
        var siblings = changes.Siblings.Where(sibling => sibling.File.IsMigration)
            .ToLookup(sibling => (sibling.File.Database, sibling.File.Name!.Version));
        return from file in changes.Added
               where file.IsMigration
               let sibling = siblings[(file.Database, file.Name!.Version)]
                   .FirstOrDefault(sibling => sibling.File.Path != file.Path)
               where sibling is not null
               select Find(
                   file,
                   $"The version '{file.Name!.Version}' of '{file.Path}' is also that of '{sibling.File.Path}' in the "
                       + $"open pull request #{sibling.PullRequest}.",
                   "Whichever is merged second needs a version of its own: agree on it now, or rename yours.") with
               { Severity = Severity.Warning };
    }

    /// <summary>
    /// Undo scripts are looked at only when the migrations are fine: a pair that clashes is one mistake.
    /// </summary>
    private IEnumerable<Finding> Clashes(IReadOnlyList<MigrationFile> same, ChangeSet changes)
    {
        var migrations = Clashes(ScriptKind.Migration).ToList();
        return migrations.Count > 0 ? migrations : Clashes(ScriptKind.Undo);

        IEnumerable<Finding> Clashes(ScriptKind kind)
        {
            var ordered = same
                .Where(file => file.Name!.Kind == kind)
                .OrderBy(file => changes.Merged(file) is null)
                .ThenBy(file => file.Path, StringComparer.Ordinal)
                .ToList();
            return ordered.Skip(1).Select(file => Find(
                file,
                $"The version '{file.Name!.Version}' of '{file.Path}' is already the one of '{ordered[0].Path}'.",
                kind == ScriptKind.Migration
                    ? "Give it, and its undo script if any, a version of its own: 'drawbridge renumber' does it."
                    : "Give it the version of the migration that it takes back."));
        }
    }
}
