using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Drawbridge.Sql.SqlServer;

/// <summary>
/// What newer servers understand and a parser for older ones may not: from Microsoft's lists of what is new in SQL
/// Server 2022 and 2025. It is asked only about statements that can't be parsed.
/// </summary>
internal static class NewerSyntax
{
    /// <summary>Each as the words of which it is made, and the server that brought it.</summary>
    private static readonly (string[] Words, int Server)[] Forms =
    [
        .. Of(
            2022,
            "APPEND_ONLY", "AUTO_DROP", "DISTINCT FROM", "FORMAT = 'DELTA'", "FORMAT = 'PARQUET'", "IGNORE NULLS",
            "JSON_ARRAY", "JSON_OBJECT", "LEDGER", "RESPECT NULLS", "RESUMABLE", "TRIM ( BOTH", "TRIM ( LEADING",
            "TRIM ( TRAILING", "WAIT_AT_LOW_PRIORITY", "WINDOW", "XML_COMPRESSION", "< <", "> >"),
        .. Of(
            2025,
            "AI_GENERATE_CHUNKS", "AI_GENERATE_EMBEDDINGS", "CURRENT_DATE", "EVENT STREAM GROUP", "EXTERNAL MODEL",
            "JSON INDEX", "JSON_ARRAYAGG", "JSON_CONTAINS", "JSON_OBJECTAGG", "OPTIMIZED_LOCKING", "REGEXP_COUNT",
            "REGEXP_INSTR", "REGEXP_LIKE", "REGEXP_MATCHES", "REGEXP_REPLACE", "REGEXP_SPLIT_TO_TABLE",
            "REGEXP_SUBSTR", "VECTOR", "VECTOR_SEARCH", "| |"),
    ];

    /// <summary>The first such form in a statement, for people; null when there is none.</summary>
    public static string? In(IEnumerable<TSqlParserToken> tokens)
    {
        var words = tokens.Where(TSqlText.IsWord).ToList();
        foreach (var (form, server) in Forms)
        {
            for (var at = 0; at + form.Length <= words.Count; at++)
            {
                if (form.Index().All(word => TSqlText.Is(words[at + word.Index], word.Item)))
                {
                    return $"'{string.Join(' ', form)}' of SQL Server {server}";
                }
            }
        }

        return null;
    }

    private static IEnumerable<(string[] Words, int Server)> Of(int server, params IEnumerable<string> forms) =>
        forms.Select(form => (form.Split(' '), server));
}
