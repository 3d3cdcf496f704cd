using Drawbridge.Configuration;
using Drawbridge.Rules.Changes;

namespace Drawbridge.Rules.AfterMerge;

/// <summary>A merged migration is gone.</summary>
internal sealed class DeletedAfterMerge : Rule
{
    public override Severity Severity => Severity.Error;

    public override AcceptedBy AcceptedBy => AcceptedBy.Entry;

    public override bool NeedsBase => true;

    public override IEnumerable<Finding> Check(ChangeSet changes) =>
        from file in changes.Removed
        where file.IsMigration && changes.Successor(file) is null
        select Find(
            file,
            $"The migration '{file.Path}' is merged already, and it was deleted.",
            "Put it back, and write a new migration that takes back what it did: new databases need the whole history. "
            + $"If none applied it, name '{file.Place.Below}' under 'acknowledged' in "
            + $"'{ProjectSettings.FileName}'.") with
        {
            MergedPath = file.Place.Below,
        };
}
