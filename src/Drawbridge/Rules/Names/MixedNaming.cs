using Drawbridge.Rules.Changes;
using Drawbridge.Rules.Proposals;
using Drawbridge.Scripts;

namespace Drawbridge.Rules.Names;

/// <summary>Two naming forms in one database's folder. Repeatables have one form only, so they don't count.</summary>
internal sealed class MixedNaming : Rule
{
    public override Severity Severity => Severity.Warning;

    public override AcceptedBy AcceptedBy => AcceptedBy.Directive;

    public override IEnumerable<Finding> Check(ChangeSet changes) =>
        from file in changes.Touched
        where file.Name is { Kind: not ScriptKind.Repeatable }
        group file by file.Database into database
        let form = changes.Settings.NamingOf(database.Key)
            ?? NamingHabit.Of(changes.Base, database.Key)
            ?? NamingHabit.Of(changes.Head, database.Key)
        let other = database.FirstOrDefault(file => file.Name!.Form != form)
        where other is not null
        select Find(
            other,
            $"'{other.Place.FileName}' is named in another form than the other scripts of '{database.Key}'.",
            $"Keep to one form, such as '{NamingHabit.Example(form)}', so that versions are easy to compare.");
}
