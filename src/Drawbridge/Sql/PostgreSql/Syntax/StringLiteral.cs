namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary>A string between quotes or dollar quotes.</summary>
/// <param name="Value">What it says, escapes undone.</param>
/// <param name="Span">Where it stands, quotes included.</param>
public sealed record StringLiteral(string Value, TextSpan Span)
{
    /// <summary>What stands between the quotes, as written.</summary>
    public TextSpan Content { get; init; }
}
