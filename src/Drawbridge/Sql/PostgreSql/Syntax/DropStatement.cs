namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>DROP</c></summary>
/// <param name="Span">The whole statement.</param>
public abstract record DropStatement(TextSpan Span) : StatementSyntax(Span)
{
    /// <summary>Where <c>CASCADE</c> stands.</summary>
    public TextSpan? Cascade { get; init; }
}
