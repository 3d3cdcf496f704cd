using Drawbridge.Configuration;
using Drawbridge.Rules.Changes;
using Drawbridge.Rules.Fixes;

namespace Drawbridge.Rules.AfterMerge;

/// <summary>A merged migration has another name or folder now.</summary>
internal sealed class RenamedAfterMerge : Rule
{
    public override Severity Severity => Severity.Error;

    public override AcceptedBy AcceptedBy => AcceptedBy.Entry;

    public override bool NeedsBase => true;

    public override IEnumerable<Finding> Check(ChangeSet changes) =>
        from file in changes.Removed
        where file.IsMigration
        let successor = changes.Successor(file)
        where successor is not null
        select Find(
            successor,
            $"The migration '{file.Path}' is merged already, and it was renamed to '{successor.Path}'.",
            "Give it back its name: databases that ran it know it by that. "
            + $"If none applied it, name '{file.Place.Below}' under 'acknowledged' in "
            + $"'{ProjectSettings.FileName}'.") with
        {
            Moves = [new FileMove(successor.Path, file.Path)],
            MergedPath = file.Place.Below,
        };
}
