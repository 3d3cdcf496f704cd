namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>ALTER COLUMN … DROP IDENTITY</c></summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Column">The column.</param>
public sealed record DropIdentityAction(TextSpan Span, Identifier Column) : AlterAction(Span)
{
    /// <summary><c>IF EXISTS</c></summary>
    public bool IfExists { get; init; }
}
