namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>SELECT</c>, <c>VALUES</c>, <c>TABLE</c> or a query in parentheses.</summary>
/// <param name="Span">The whole statement.</param>
public sealed record SelectStatement(TextSpan Span) : QueryStatement(Span)
{
    /// <summary>The table that <c>SELECT … INTO</c> creates.</summary>
    public QualifiedName? Into { get; init; }

    /// <summary>What it changes by <c>set_config(…)</c>.</summary>
    public IReadOnlyList<SettingChange> Settings { get; init; } = [];
}
