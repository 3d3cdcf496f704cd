namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>CREATE TRIGGER</c></summary>
/// <param name="Span">The whole statement.</param>
/// <param name="Name">The new trigger.</param>
/// <param name="Table">The table or view that it watches.</param>
public sealed record CreateTriggerStatement(TextSpan Span, Identifier Name, QualifiedName Table) : StatementSyntax(Span)
{
    /// <summary><c>OR REPLACE</c></summary>
    public bool IsReplacing { get; init; }

    /// <summary><c>CONSTRAINT TRIGGER</c></summary>
    public bool IsConstraint { get; init; }

    /// <summary>The function that it calls.</summary>
    public QualifiedName? Function { get; init; }
}
