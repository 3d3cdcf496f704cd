using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>
/// A rule that looks at statements of one type; <see cref="StatementSyntax"/> for all. Undo scripts are left alone
/// unless it says otherwise.
/// </summary>
internal abstract class StatementRule<TStatement> : StatementRule
    where TStatement : StatementSyntax
{
    public sealed override bool LooksAt(StatementSyntax statement) => statement is TStatement;

    public sealed override bool MayFindIn(StatementSyntax statement) => MayConcern((TStatement)statement);

    public sealed override bool Concerns(StatementContext at) => Concerns((TStatement)at.Syntax, at);

    public sealed override IEnumerable<Finding> Check(StatementContext at) => Check((TStatement)at.Syntax, at);

    /// <summary>
    /// Whether there may be something to find, by what the statement says: a rule that says no where it is sure spares
    /// all scripts a second look.
    /// </summary>
    protected virtual bool MayConcern(TStatement statement) => true;

    /// <summary>The same by what is known when the script has run.</summary>
    protected virtual bool Concerns(TStatement statement, StatementContext at) => true;

    /// <summary>Looks at one statement.</summary>
    protected abstract IEnumerable<Finding> Check(TStatement statement, StatementContext at);
}
