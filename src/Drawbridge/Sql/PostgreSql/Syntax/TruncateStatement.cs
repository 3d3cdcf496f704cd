namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>TRUNCATE</c></summary>
/// <param name="Span">The whole statement.</param>
/// <param name="Tables">The tables.</param>
public sealed record TruncateStatement(TextSpan Span, IReadOnlyList<QualifiedName> Tables) : StatementSyntax(Span)
{
    /// <summary>Where <c>CASCADE</c> stands.</summary>
    public TextSpan? Cascade { get; init; }
}
