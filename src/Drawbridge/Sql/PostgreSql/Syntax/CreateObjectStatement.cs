namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>CREATE</c> of anything that has no record of its own: a policy, a publication, a rule.</summary>
/// <param name="Span">The whole statement.</param>
/// <param name="Kind">What is created.</param>
/// <param name="Name">Its name; null for what has none, like a cast.</param>
public sealed record CreateObjectStatement(TextSpan Span, ObjectKind Kind, QualifiedName? Name) : StatementSyntax(Span)
{
    /// <summary><c>IF NOT EXISTS</c></summary>
    public bool IfNotExists { get; init; }

    /// <summary><c>OR REPLACE</c></summary>
    public bool IsReplacing { get; init; }
}
