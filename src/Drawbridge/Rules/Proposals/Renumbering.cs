using Drawbridge.Rules.Changes;
using Drawbridge.Scripts;

namespace Drawbridge.Rules.Proposals;

/// <summary>
/// Gives the new migrations of a branch that came late versions above what is merged, in the order that they have among
/// themselves: a later one may need what an earlier one makes. Merged scripts stay as they are.
/// </summary>
public static class Renumbering
{
    /// <summary>
    /// The renamings, so that done from the first to the last none meets a name that is still taken. An undo script
    /// goes with its migration.
    /// </summary>
    public static IReadOnlyList<Renaming> Of(ChangeSet changes)
    {
        // What a merged migration became is named back, not on: its version is known to history.
        var successors = changes.Removed.Where(file => file.IsMigration).Select(changes.Successor).ToHashSet();
        return
        [
            .. from file in changes.Added
               where file.IsMigration && !successors.Contains(file)
               group file by file.Database into database
               from renaming in OfDatabase(database.Key, [.. database], changes)
               select renaming,
        ];
    }

    private static IEnumerable<Renaming> OfDatabase(
        string database, IReadOnlyList<MigrationFile> added, ChangeSet changes)
    {
        var merged = changes.Base.Where(file => file.IsMigration && file.Database == database).ToList();
        var taken = merged.Select(file => file.Name!.Version!).ToHashSet();
        var highest = merged.MaxBy(file => file.Name!.Version);
        var last = highest is null ? null : WrittenVersion.In(highest.Place.FileName);
        var renamings = new List<Renaming>();
        var ordered = added.OrderBy(file => file.Name!.Version).ThenBy(file => file.Path, StringComparer.Ordinal);
        foreach (var file in ordered)
        {
            var isHigher = last is null || file.Name!.Version! > VersionOf(last);
            var stays = taken.Add(file.Name!.Version!) && (isHigher || changes.Settings.AppliesLateVersions(database));
            var version = stays ? WrittenVersion.In(file.Place.FileName) : WrittenVersion.After(last!, changes.Now);
            last = stays && !isHigher ? last : version;
            if (!stays)
            {
                taken.Add(VersionOf(version));
                renamings.AddRange(Partners(file, changes).Append(file).Select(script => Rename(script, version)));
            }
        }

        // From the highest down: each goes up, where at most one above it was.
        return Enumerable.Reverse(renamings);
    }

    private static Renaming Rename(MigrationFile file, string version) =>
        new(file.Place, file.Place.Beside(WrittenVersion.Replace(file.Place.FileName, version)));

    /// <summary>Its new undo scripts: those with its description, or any when nobody else has its version.</summary>
    private static List<MigrationFile> Partners(MigrationFile file, ChangeSet changes)
    {
        var undos = changes.Added
            .Where(other => other.Name is { Kind: ScriptKind.Undo } && IsOfVersion(other, file))
            .ToList();
        var namesakes = undos.Where(undo => undo.Name!.Description == file.Name!.Description).ToList();
        var isAlone = changes.Head.Count(other => other.IsMigration && IsOfVersion(other, file)) == 1;
        return namesakes.Count > 0 || !isAlone ? namesakes : undos;
    }

    private static bool IsOfVersion(MigrationFile other, MigrationFile file) =>
        other.Database == file.Database && other.Name?.Version == file.Name!.Version;

    private static ScriptVersion VersionOf(string written) => ScriptVersion.Parse(written.Replace('_', '.'));
}
