using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>A rule that looks at statements of two types, one of which is not the other.</summary>
internal abstract class StatementRule<TFirst, TSecond> : StatementRule
    where TFirst : StatementSyntax
    where TSecond : StatementSyntax
{
    public sealed override bool LooksAt(StatementSyntax statement) => statement is TFirst or TSecond;

    public sealed override bool MayFindIn(StatementSyntax statement) =>
        statement is TFirst first ? MayConcern(first) : MayConcern((TSecond)statement);

    public sealed override bool Concerns(StatementContext at) =>
        at.Syntax is TFirst first ? Concerns(first, at) : Concerns((TSecond)at.Syntax, at);

    public sealed override IEnumerable<Finding> Check(StatementContext at) =>
        at.Syntax is TFirst first ? Check(first, at) : Check((TSecond)at.Syntax, at);

    /// <summary>Whether there may be something to find, by what a statement of the first type says.</summary>
    protected virtual bool MayConcern(TFirst statement) => true;

    /// <summary>Whether there may be something to find, by what a statement of the second type says.</summary>
    protected virtual bool MayConcern(TSecond statement) => true;

    /// <summary>The same by what is known when the script has run.</summary>
    protected virtual bool Concerns(TFirst statement, StatementContext at) => true;

    /// <summary>The same by what is known when the script has run.</summary>
    protected virtual bool Concerns(TSecond statement, StatementContext at) => true;

    /// <summary>Looks at one statement of the first type.</summary>
    protected abstract IEnumerable<Finding> Check(TFirst statement, StatementContext at);

    /// <summary>Looks at one statement of the second type.</summary>
    protected abstract IEnumerable<Finding> Check(TSecond statement, StatementContext at);
}
