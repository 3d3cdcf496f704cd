namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary>What reads or writes rows.</summary>
/// <param name="Span">The whole statement.</param>
public abstract record QueryStatement(TextSpan Span) : StatementSyntax(Span)
{
    /// <summary>The queries of <c>WITH</c>, in order.</summary>
    public IReadOnlyList<CommonTable> With { get; init; } = [];

    /// <summary>Everything in it that writes: the queries of <c>WITH</c>, then itself.</summary>
    public IEnumerable<WriteStatement> Writes =>
        With.Select(table => table.Query).Append(this).OfType<WriteStatement>();
}
