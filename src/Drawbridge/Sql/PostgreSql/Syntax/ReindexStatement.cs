namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>REINDEX</c></summary>
/// <param name="Span">The whole statement.</param>
/// <param name="Kind">An index, a table, a schema or a database; <see cref="ObjectKind.Other"/> for <c>SYSTEM</c>.</param>
/// <param name="Name">Its name; null for the current database.</param>
public sealed record ReindexStatement(TextSpan Span, ObjectKind Kind, QualifiedName? Name) : StatementSyntax(Span)
{
    /// <summary><c>CONCURRENTLY</c></summary>
    public bool IsConcurrent { get; init; }
}
