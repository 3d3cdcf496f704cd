namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>COPY</c></summary>
/// <param name="Span">The whole statement, without the rows below it.</param>
/// <param name="Table">The table; null for a query.</param>
public sealed record CopyStatement(TextSpan Span, QualifiedName? Table) : StatementSyntax(Span)
{
    /// <summary><c>FROM</c>: rows are written to the table.</summary>
    public bool IsFrom { get; init; }

    /// <summary>Reads or writes a file or program of the server.</summary>
    public bool IsServerSide { get; init; }
}
