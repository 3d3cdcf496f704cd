namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>DROP CONSTRAINT</c></summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Constraint">Its name.</param>
public sealed record DropConstraintAction(TextSpan Span, Identifier Constraint) : AlterAction(Span)
{
    /// <summary><c>IF EXISTS</c></summary>
    public bool IfExists { get; init; }

    /// <summary><c>CASCADE</c></summary>
    public bool IsCascade { get; init; }
}
