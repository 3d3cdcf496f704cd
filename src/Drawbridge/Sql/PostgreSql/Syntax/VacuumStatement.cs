namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>VACUUM</c></summary>
/// <param name="Span">The whole statement.</param>
/// <param name="Tables">The tables; empty for all.</param>
public sealed record VacuumStatement(TextSpan Span, IReadOnlyList<QualifiedName> Tables) : StatementSyntax(Span)
{
    /// <summary><c>FULL</c>: rewrites the table and locks everyone out.</summary>
    public bool IsFull { get; init; }
}
