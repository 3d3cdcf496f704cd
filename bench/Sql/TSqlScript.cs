using System.Text;

namespace Drawbridge.Bench.Sql;

/// <summary>T-SQL as a team would write it, made up the same way each time: tables, rows, procedures, batches.</summary>
internal static class TSqlScript
{
    /// <summary>One that makes a table and does this and that with it.</summary>
    /// <param name="number">Makes its names different from those of others.</param>
    /// <param name="steps">How many statements follow.</param>
    public static string Of(int number, int steps)
    {
        var script = new StringBuilder($"""
            -- What the shop needs in its release {number}.
            CREATE TABLE dbo.table_{number} (
                id bigint IDENTITY(1, 1) NOT NULL CONSTRAINT pk_table_{number} PRIMARY KEY CLUSTERED,
                name nvarchar(200) NOT NULL,
                created_at datetime2(3) NOT NULL CONSTRAINT df_table_{number} DEFAULT SYSUTCDATETIME()
            );
            GO

            """);
        for (var step = 1; step <= steps; step++)
        {
            script.Append(Statement($"table_{number}", step)).Append('\n');
        }

        return script.Append(number % 5 == 0 ? $"DROP TABLE dbo.gone_{number};\n" : "").ToString();
    }

    /// <summary>Many of them in one, of at least so many characters.</summary>
    public static string OfLength(int length)
    {
        var script = new StringBuilder();
        for (var number = 1; script.Length < length; number++)
        {
            script.Append(Of(number, steps: 48)).Append("GO\n");
        }

        return script.ToString(0, script.ToString().LastIndexOf("GO\n", length, StringComparison.Ordinal));
    }

    private static string Statement(string table, int step) => (step % 8) switch
    {
        1 => $"ALTER TABLE dbo.{table} ADD column_{step} int NOT NULL CONSTRAINT df_{table}_{step} DEFAULT 0;",
        2 => $"CREATE INDEX ix_{table}_{step} ON dbo.{table} (name, column_{step - 1}) WITH (ONLINE = ON);",
        3 => $"INSERT INTO dbo.{table} (name, column_1) VALUES (N'the first of step {step}', 1), (N'it''s another', 2);",
        4 => $"IF NOT EXISTS (SELECT 1 FROM dbo.{table} WHERE id = {step})\nBEGIN\n    INSERT INTO dbo.{table} (name) VALUES (N'{step}');\nEND;",
        5 => $"UPDATE dbo.{table} SET name = UPPER(name) WHERE id = {step} AND name IS NOT NULL;",
        6 => $"GRANT SELECT, INSERT ON dbo.{table} TO reader, writer;",
        7 => $"GO\nCREATE OR ALTER PROCEDURE dbo.{table}_{step} @id bigint AS\nBEGIN\n    SET NOCOUNT, XACT_ABORT ON;\n"
            + $"    SELECT t.id, t.name FROM dbo.{table} AS t WHERE t.id = @id ORDER BY t.created_at DESC;\nEND;\nGO",
        _ => $"ALTER TABLE dbo.{table} WITH CHECK ADD CONSTRAINT ck_{table}_{step} CHECK (column_{step - 7} >= 0);",
    };
}
