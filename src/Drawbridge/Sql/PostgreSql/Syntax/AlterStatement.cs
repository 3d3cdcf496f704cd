namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>ALTER</c> of something that has a name.</summary>
/// <param name="Span">The whole statement.</param>
/// <param name="Name">What is changed.</param>
/// <param name="Actions">What is done to it, in order.</param>
public abstract record AlterStatement(TextSpan Span, QualifiedName Name, IReadOnlyList<AlterAction> Actions) : StatementSyntax(Span)
{
    /// <summary><c>IF EXISTS</c></summary>
    public bool IfExists { get; init; }

    /// <summary>Whether one of its actions is of a kind.</summary>
    internal bool Does<TAction>()
        where TAction : AlterAction
    {
        for (var at = 0; at < Actions.Count; at++)
        {
            if (Actions[at] is TAction)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether it adds a constraint of a kind, with a new column or by itself.</summary>
    internal bool Adds(ConstraintKind kind)
    {
        for (var at = 0; at < Actions.Count; at++)
        {
            if (Actions[at] is AddConstraintAction { Constraint.Kind: var added } && added == kind
                || Actions[at] is AddColumnAction { Column: var column } && column.Find(kind) is not null)
            {
                return true;
            }
        }

        return false;
    }
}
