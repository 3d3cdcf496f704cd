using Drawbridge.Configuration;
using Drawbridge.Rules.Changes;
using Drawbridge.Sql;
using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>
/// A rule that looks at statements one by one, as a <see cref="ScriptWalk"/> meets them. A rule says which ones by
/// deriving from <see cref="StatementRule{TStatement}"/>.
/// </summary>
internal abstract class StatementRule : ScriptRule
{
    public sealed override DatabaseEngine? Engine => DatabaseEngine.PostgreSql;

    /// <inheritdoc/>
    public override bool IncludesUndo => false;

    public sealed override IEnumerable<Finding> Check(MigrationFile script, ChangeSet changes) => [];

    /// <summary>Whether it looks at statements of a type.</summary>
    public abstract bool LooksAt(StatementSyntax statement);

    /// <summary>Whether there may be something to find, by what a statement of such a type says: asked first, of each.</summary>
    public abstract bool MayFindIn(StatementSyntax statement);

    /// <summary>
    /// Whether there may be something to find, as far as is known when the script has run: asked of the statements that
    /// may concern it. What later scripts say is not known yet.
    /// </summary>
    public abstract bool Concerns(StatementContext at);

    /// <summary>Looks at one statement that concerns it.</summary>
    public abstract IEnumerable<Finding> Check(StatementContext at);

    /// <summary>A finding of this rule on a part of the statement; on all of it without one.</summary>
    protected Finding Find(StatementContext at, TextSpan? span, string message, string remedy) =>
        Find(at.Script, at.Statement, span, message, remedy);
}
