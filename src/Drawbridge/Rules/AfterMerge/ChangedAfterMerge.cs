using Drawbridge.Rules.Changes;

namespace Drawbridge.Rules.AfterMerge;

/// <summary>A merged migration says something else now. Undo scripts and repeatables may change.</summary>
internal sealed class ChangedAfterMerge : Rule
{
    public override Severity Severity => Severity.Error;

    public override AcceptedBy AcceptedBy => AcceptedBy.Directive;

    public override bool NeedsBase => true;

    public override IEnumerable<Finding> Check(ChangeSet changes) =>
        from file in changes.Touched
        where file.IsMigration && changes.Merged(file) is not null
        select Find(
            file,
            $"The migration '{file.Path}' is merged already, and its text changed.",
            "Put back what was merged, and write the change as a new migration: databases that ran it will not run it "
                + $"again. If none applied it, begin it with '-- drawbridge: ignore {Id} <reason>'.");
}
