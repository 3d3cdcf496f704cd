using System.Collections.Frozen;

namespace Drawbridge.Sql.PostgreSql;

/// <summary>
/// Rows that each describe a form of statement, found by the first keyword; the first row that matches wins.
/// </summary>
internal sealed class StatementTable<TRow>
    where TRow : class
{
    private readonly FrozenDictionary<string, (StatementPattern Pattern, TRow Row)[]>.AlternateLookup<ReadOnlySpan<char>> _byWord;

    public StatementTable(Func<TRow, string> form, IReadOnlyList<TRow> rows) =>
        _byWord = rows
            .Select(row => (Pattern: new StatementPattern(form(row)), Row: row))
            .GroupBy(entry => entry.Pattern.FirstWord, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    public TRow? Find(TokenCursor statement)
    {
        if (statement.Kind == TokenKind.Word && _byWord.TryGetValue(statement.Text, out var entries))
        {
            foreach (var (pattern, row) in entries)
            {
                if (pattern.Matches(statement))
                {
                    return row;
                }
            }
        }

        return null;
    }
}
