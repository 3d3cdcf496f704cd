namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>DO</c></summary>
/// <param name="Span">The whole statement.</param>
/// <param name="Body">The code.</param>
public sealed record DoStatement(TextSpan Span, StringLiteral Body) : StatementSyntax(Span)
{
    /// <summary>What follows <c>LANGUAGE</c>, in lower case; <c>plpgsql</c> when nothing does.</summary>
    public string Language { get; init; } = "plpgsql";
}
