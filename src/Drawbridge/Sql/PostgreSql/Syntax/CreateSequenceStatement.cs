namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>CREATE SEQUENCE</c></summary>
/// <param name="Span">The whole statement.</param>
/// <param name="Name">The new sequence.</param>
public sealed record CreateSequenceStatement(TextSpan Span, QualifiedName Name) : StatementSyntax(Span)
{
    /// <summary><c>IF NOT EXISTS</c></summary>
    public bool IfNotExists { get; init; }

    /// <summary><c>TEMPORARY</c></summary>
    public bool IsTemporary { get; init; }
}
