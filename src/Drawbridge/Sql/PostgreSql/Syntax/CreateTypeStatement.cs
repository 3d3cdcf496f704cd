namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>CREATE TYPE</c> or <c>CREATE DOMAIN</c></summary>
/// <param name="Span">The whole statement.</param>
/// <param name="Name">The new type.</param>
/// <param name="Form">What it is made of.</param>
public sealed record CreateTypeStatement(TextSpan Span, QualifiedName Name, TypeForm Form) : StatementSyntax(Span)
{
    /// <summary>The labels of an enum, in order.</summary>
    public IReadOnlyList<StringLiteral> Labels { get; init; } = [];

    /// <summary>The columns of a composite type.</summary>
    public IReadOnlyList<ColumnDefinition> Attributes { get; init; } = [];

    /// <summary>A domain, read like a column: its type, default and constraints.</summary>
    public ColumnDefinition? Domain { get; init; }
}
