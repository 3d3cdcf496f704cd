namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>ALTER [FOREIGN] TABLE</c></summary>
/// <param name="Span">The whole statement.</param>
/// <param name="Name">The table.</param>
/// <param name="Actions">What is done to it, in order.</param>
public sealed record AlterTableStatement(TextSpan Span, QualifiedName Name, IReadOnlyList<AlterAction> Actions) : AlterStatement(Span, Name, Actions)
{
    /// <summary><c>ONLY</c>: not its children.</summary>
    public bool IsOnly { get; init; }

    /// <summary><c>FOREIGN TABLE</c></summary>
    public bool IsForeign { get; init; }
}
