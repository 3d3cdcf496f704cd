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

    public sealed override IEnumerable<Finding> Check(StatementContext at) => Check((TStatement)at.Syntax, at);

    /// <summary>Looks at one statement.</summary>
    protected abstract IEnumerable<Finding> Check(TStatement statement, StatementContext at);
}
