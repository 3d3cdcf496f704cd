namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>ALTER</c> of something that has a name.</summary>
/// <param name="Span">The whole statement.</param>
/// <param name="Name">What is changed.</param>
/// <param name="Actions">What is done to it, in order.</param>
public abstract record AlterStatement(TextSpan Span, QualifiedName Name, IReadOnlyList<AlterAction> Actions) : StatementSyntax(Span)
{
    /// <summary><c>IF EXISTS</c></summary>
    public bool IfExists { get; init; }
}
