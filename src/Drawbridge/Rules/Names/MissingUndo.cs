using Drawbridge.Rules.Changes;
using Drawbridge.Scripts;

namespace Drawbridge.Rules.Names;

/// <summary>A new migration without its undo script. Off unless a team asks for it.</summary>
internal sealed class MissingUndo : Rule
{
    public override Severity Severity => Severity.Off;

    public override AcceptedBy AcceptedBy => AcceptedBy.Directive;

    public override IEnumerable<Finding> Check(ChangeSet changes)
    {
        var undone = changes.Head.Where(file => file.Name is { Kind: ScriptKind.Undo })
            .Select(file => (file.Database, file.Name!.Version))
            .ToHashSet();
        return from file in changes.Added
               where file.IsMigration && !undone.Contains((file.Database, file.Name!.Version))
               select Find(
                   file,
                   $"The migration '{file.Path}' has no undo script.",
                   $"Add '{UndoOf(file)}' beside it.");
    }

    private static string UndoOf(MigrationFile file)
    {
        var name = file.Place.FileName;
        return file.Name!.Form switch
        {
            NamingForm.Flyway => $"U{name[1..]}",
            NamingForm.GolangMigrate => $"{name[..^".up.sql".Length]}.down.sql",
            _ => $"{name[..^".sql".Length]}.down.sql",
        };
    }
}
