namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>DROP COLUMN</c>, or <c>DROP ATTRIBUTE</c> of a composite type.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Column">The column.</param>
public sealed record DropColumnAction(TextSpan Span, Identifier Column) : AlterAction(Span)
{
    /// <summary><c>IF EXISTS</c></summary>
    public bool IfExists { get; init; }

    /// <summary><c>CASCADE</c></summary>
    public bool IsCascade { get; init; }
}
