using Drawbridge.Configuration;
using Drawbridge.Rules.Changes;
using Drawbridge.Sql;

namespace Drawbridge.Rules.SqlServer;

/// <summary>
/// A rule that looks at the statements of T-SQL batches, with a visitor of its own. Nothing but its visitor names types
/// of ScriptDom, so that the rules can be listed without loading it. A hazard that PostgreSQL's scripts know too has a
/// class of the same name there, and so the same id.
/// </summary>
internal abstract class BatchRule : ScriptRule
{
    public sealed override DatabaseEngine? Engine => DatabaseEngine.SqlServer;

    /// <inheritdoc/>
    public override bool IncludesUndo => false;

    public sealed override IEnumerable<Finding> Check(MigrationFile script, ChangeSet changes) => [];

    /// <summary>What looks at one statement.</summary>
    public abstract HazardVisitor Look(BatchContext at);

    /// <summary>A finding of this rule on a part of a statement.</summary>
    internal Finding FindAt(BatchContext at, TextSpan span, string message, string remedy) =>
        Find(at.Script, at.Statement, span, message, remedy);
}
