using Drawbridge.Rules.Changes;
using Drawbridge.Scripts;

namespace Drawbridge.Rules.Names;

/// <summary>Two naming forms in one database's folder. Repeatables have one form only, so they don't count.</summary>
public sealed class MixedNaming : Rule
{
    public override Severity Severity => Severity.Warning;

    public override IEnumerable<Finding> Check(ChangeSet changes) =>
        from database in Versioned(changes.Head).GroupBy(file => file.Database)
        let form = UsualForm([.. Versioned(changes.Base).Where(file => file.Database == database.Key)]) ?? UsualForm([.. database])
        let other = Versioned(changes.Touched).FirstOrDefault(file => file.Database == database.Key && file.Name!.Form != form)
        where other is not null
        select Find(
            other,
            $"'{other.Place.FileName}' is named in another form than the scripts of '{database.Key}' before it.",
            $"Keep to one form, such as '{Example(form)}', so that versions are easy to compare.");

    private static IEnumerable<MigrationFile> Versioned(IEnumerable<MigrationFile> files) =>
        files.Where(file => file.Name is { Kind: not ScriptKind.Repeatable });

    private static NamingForm? UsualForm(IReadOnlyCollection<MigrationFile> files) => files.Count == 0
        ? null
        : files.GroupBy(file => file.Name!.Form).OrderByDescending(form => form.Count()).ThenBy(form => form.Key).First().Key;

    private static string Example(NamingForm? form) => form switch
    {
        NamingForm.Flyway => "V202611221030__create_users.sql",
        NamingForm.Plain => "202611221030_create_users.sql",
        _ => "202611221030_create_users.up.sql",
    };
}
