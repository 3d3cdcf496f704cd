using Drawbridge.Rules.Changes;
using Drawbridge.Scripts;
using Drawbridge.Sql;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>
/// A rule that looks at one PostgreSQL statement after the other. Undo scripts are left alone unless it says otherwise.
/// </summary>
internal abstract class StatementRule : ScriptRule
{
    /// <summary>
    /// Whether undo scripts are looked at too: they run seldom, in an emergency, and lose data by design.
    /// </summary>
    protected virtual bool IncludesUndo => false;

    protected sealed override IEnumerable<Finding> Check(MigrationFile script, ChangeSet changes) =>
        script.Name?.Kind == ScriptKind.Undo && !IncludesUndo
            ? []
            : script.Sql.Statements.SelectMany(statement => Check(new StatementContext(script, statement, changes)));

    /// <summary>Looks at one statement.</summary>
    protected abstract IEnumerable<Finding> Check(StatementContext at);

    /// <summary>A finding of this rule on a part of the statement; on all of it without one.</summary>
    protected Finding Find(StatementContext at, TextSpan? span, string message, string remedy) =>
        Find(at.Script, at.Statement, span, message, remedy);
}
