using Drawbridge.Rules.Changes;
using Drawbridge.Rules.Fixes;
using Drawbridge.Rules.Proposals;

namespace Drawbridge.Rules.Names;

/// <summary>A script whose name has none of the three forms.</summary>
internal sealed class InvalidName : Rule
{
    public override Severity Severity => Severity.Error;

    public override IEnumerable<Finding> Check(ChangeSet changes)
    {
        var names = new NameProposal(changes);
        // By name, so that several that begin with a date keep the order of their dates.
        var unreadable = changes.Head.Where(file => file.IsScript && file.Name is null)
            .OrderBy(file => file.Place.FileName, StringComparer.Ordinal)
            .ThenBy(file => file.Path, StringComparer.Ordinal);
        return from file in unreadable
               let proposal = names.For(file)
               select Find(
                   file,
                   $"'{file.Place.FileName}' has none of the names that a script can have.",
                   proposal is null
                       ? $"Name it like '{NamingHabit.Example(form: null)}'."
                       : $"Rename it to '{proposal}'.") with
               {
                   Moves = proposal is null ? [] : [new FileMove(file.Path, file.Place.Beside(proposal).Full)],
               };
    }
}
