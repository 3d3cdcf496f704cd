namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>ALTER TYPE … ADD VALUE</c></summary>
/// <param name="Span">The whole statement.</param>
/// <param name="Name">The enum.</param>
/// <param name="Label">The new label.</param>
public sealed record AlterTypeAddValueStatement(TextSpan Span, QualifiedName Name, StringLiteral Label) : StatementSyntax(Span)
{
    /// <summary><c>IF NOT EXISTS</c></summary>
    public bool IfNotExists { get; init; }
}
