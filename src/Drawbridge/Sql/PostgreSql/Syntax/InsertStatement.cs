namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>INSERT</c></summary>
/// <param name="Span">The whole statement.</param>
/// <param name="Target">The table.</param>
public sealed record InsertStatement(TextSpan Span, QualifiedName Target) : WriteStatement(Span, Target)
{
    /// <summary>The rows stand in the statement (<c>VALUES</c>), so their number is known and small.</summary>
    public bool HasLiteralRows { get; init; }
}
