namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>LOCK TABLE</c></summary>
/// <param name="Span">The whole statement.</param>
/// <param name="Tables">The tables.</param>
public sealed record LockTableStatement(TextSpan Span, IReadOnlyList<QualifiedName> Tables) : StatementSyntax(Span)
{
    /// <summary>The mode in lower case: <c>access exclusive</c> when none is written.</summary>
    public string Mode { get; init; } = "access exclusive";
}
