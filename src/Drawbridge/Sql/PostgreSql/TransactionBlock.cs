namespace Drawbridge.Sql.PostgreSql;

/// <summary>
/// The one list of what PostgreSQL refuses inside a transaction block (SQLSTATE 25001), versions 13 to 18: every caller
/// of <c>PreventInTransactionBlock</c> in its source. What only the catalog tells is not here: REINDEX and CLUSTER of
/// something partitioned, CALL and DO that commit.
/// </summary>
internal static class TransactionBlock
{
    private static readonly StatementTable<Refused> Table = new(
        refused => refused.Form,
        [
            new("CREATE DATABASE"),
            new("DROP DATABASE"),
            new("ALTER DATABASE <name> [SET|WITH] TABLESPACE"),
            new("CREATE TABLESPACE"),
            new("DROP TABLESPACE"),
            new("ALTER SYSTEM"),
            new("DISCARD ALL"),
            new("COMMIT PREPARED"),
            new("ROLLBACK PREPARED"),
            new("VACUUM"),
            new("CLUSTER end"),
            new("CLUSTER VERBOSE end"),
            new("CLUSTER (…) end"),
            new("CREATE [UNIQUE] INDEX CONCURRENTLY"),
            new("DROP INDEX CONCURRENTLY"),
            new("REINDEX [(…)] SCHEMA|DATABASE|SYSTEM"),
            new("REINDEX [(…)] INDEX|TABLE CONCURRENTLY"),
            new("REINDEX ( … CONCURRENTLY", UnlessOff: ["concurrently"]),
            new("ALTER TABLE … DETACH PARTITION … CONCURRENTLY"),
            new("CREATE SUBSCRIPTION", UnlessOff: ["connect", "create_slot"]),
            new("DROP SUBSCRIPTION"),
            new("ALTER SUBSCRIPTION <name> REFRESH PUBLICATION"),
            new("ALTER SUBSCRIPTION <name> SET|ADD|DROP PUBLICATION", UnlessOff: ["refresh"]),
            new("ALTER SUBSCRIPTION <name> SET ( … failover =|,|)"),
            new("ALTER SUBSCRIPTION <name> SET ( … two_phase = false|off|0|'false'|'off'"),
        ]);

    /// <summary>
    /// The form that the server refuses, as the list writes it; null when the statement may run in a transaction.
    /// </summary>
    public static string? FindRefusedForm(TokenCursor statement) =>
        Table.Find(statement) is { } refused && !refused.IsSwitchedOff(statement) ? refused.Form : null;

    private sealed record Refused(string Form, params string[] UnlessOff)
    {
        /// <summary>An option turns off what the server would refuse: <c>WITH (connect = false)</c>.</summary>
        public bool IsSwitchedOff(TokenCursor statement)
        {
            for (; UnlessOff.Length > 0 && !statement.IsAtEnd; statement.Advance())
            {
                foreach (var option in UnlessOff)
                {
                    if (statement.Names(option) && IsOff(statement))
                    {
                        return true;
                    }
                }
            }

            return false;
        }

        private static bool IsOff(TokenCursor option)
        {
            option.Advance();
            if (option.Is("="))
            {
                option.Advance();
            }

            return option.Names("false")
                || option.Names("off")
                || option.Is("0")
                || option.Is("'false'")
                || option.Is("'off'");
        }
    }
}
