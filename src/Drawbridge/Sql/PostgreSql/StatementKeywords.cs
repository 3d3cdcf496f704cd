using System.Collections.Frozen;

namespace Drawbridge.Sql.PostgreSql;

/// <summary>The words that begin a statement: what follows <c>stmt:</c> in gram.y of servers 13 to 18.</summary>
internal static class StatementKeywords
{
    private static readonly FrozenSet<string> All = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "ABORT", "ALTER", "ANALYSE", "ANALYZE", "BEGIN", "CALL", "CHECKPOINT", "CLOSE", "CLUSTER", "COMMENT", "COMMIT", "COPY", "CREATE",
        "DEALLOCATE", "DECLARE", "DELETE", "DISCARD", "DO", "DROP", "END", "EXECUTE", "EXPLAIN", "FETCH", "GRANT", "IMPORT", "INSERT",
        "LISTEN", "LOAD", "LOCK", "MERGE", "MOVE", "NOTIFY", "PREPARE", "REASSIGN", "REFRESH", "REINDEX", "RELEASE", "RESET", "REVOKE",
        "ROLLBACK", "SAVEPOINT", "SECURITY", "SELECT", "SET", "SHOW", "START", "TABLE", "TRUNCATE", "UNLISTEN", "UPDATE", "VACUUM",
        "VALUES", "WITH");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = All.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a statement can begin like this; a parenthesis that closes nothing is an error of its own.</summary>
    public static bool CanBegin(TokenKind kind, ReadOnlySpan<char> text) =>
        kind is TokenKind.OpenParenthesis or TokenKind.CloseParenthesis || kind == TokenKind.Word && Lookup.Contains(text);

    /// <summary>The keyword that was probably meant: at most one letter in three is wrong; null when there is none.</summary>
    public static string? Nearest(string word) => All
        .Select(keyword => (Keyword: keyword, Distance: EditDistance.Between(word.ToUpperInvariant(), keyword)))
        .Where(candidate => candidate.Distance * 3 <= word.Length)
        .OrderBy(candidate => candidate.Distance)
        .ThenBy(candidate => candidate.Keyword, StringComparer.Ordinal)
        .Select(candidate => candidate.Keyword)
        .FirstOrDefault();
}
