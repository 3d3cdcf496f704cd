namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>SELECT</c>, <c>VALUES</c>, <c>TABLE</c> or a query in parentheses.</summary>
/// <param name="Span">The whole statement.</param>
public sealed record SelectStatement(TextSpan Span) : QueryStatement(Span)
{
    /// <summary>The table that <c>SELECT … INTO</c> creates.</summary>
    public QualifiedName? Into { get; init; }

    /// <summary>That table is <c>TEMPORARY</c>: gone when the session ends.</summary>
    public bool IsIntoTemporary { get; init; }

    /// <summary>What it changes by <c>set_config(…)</c>.</summary>
    public IReadOnlyList<SettingChange> Settings { get; init; } = [];

    /// <summary>It consists of calls of <c>set_config(…)</c> with literals, so that running it twice is the same as once.</summary>
    public bool OnlySets { get; init; }
}
