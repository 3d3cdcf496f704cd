using System.Diagnostics;
using System.Globalization;
using Drawbridge.LocalEnvironment;

namespace Drawbridge.EndToEnd.Tests;

/// <summary>PostgreSQL's own programs: what they make and show is the truth to compare with.</summary>
internal sealed class PostgresPrograms(LocalPostgres server)
{
    /// <summary>Applies a file as <c>psql -1 -f</c> does.</summary>
    public Task Apply(string database, string file) =>
        Run("psql", "-X", "-q", "-1", "-v", "ON_ERROR_STOP=1", "-f", file, server.Url(database));

    /// <summary>What pg_dump would show, as far as the catalog puts it into words by itself.</summary>
    private const string Catalog = """
        WITH ours AS (SELECT oid FROM pg_namespace WHERE nspname !~ '^(pg_|drawbridge|information_schema)')
        SELECT format('%s.%s %s %s', attrelid::regclass, attname, format_type(atttypid, atttypmod), attnotnull) AS line
        FROM pg_attribute JOIN pg_class AS class ON class.oid = attrelid WHERE relnamespace IN (SELECT oid FROM ours) AND attnum > 0
        UNION ALL SELECT format('%s %s', adrelid::regclass, pg_get_expr(adbin, adrelid))
        FROM pg_attrdef JOIN pg_class AS class ON class.oid = adrelid WHERE relnamespace IN (SELECT oid FROM ours)
        UNION ALL SELECT pg_get_indexdef(indexrelid) || indisvalid
        FROM pg_index JOIN pg_class AS class ON class.oid = indexrelid WHERE relnamespace IN (SELECT oid FROM ours)
        UNION ALL SELECT format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
        FROM pg_constraint WHERE connamespace IN (SELECT oid FROM ours)
        UNION ALL SELECT format('%s %s', oid::regclass, pg_get_viewdef(oid))
        FROM pg_class WHERE relkind IN ('v', 'm') AND relnamespace IN (SELECT oid FROM ours)
        UNION ALL SELECT pg_get_functiondef(oid) FROM pg_proc WHERE prokind IN ('f', 'p') AND pronamespace IN (SELECT oid FROM ours)
        UNION ALL SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
        UNION ALL SELECT format('%s %s', enumtypid::regtype, enumlabel) FROM pg_enum
        ORDER BY line
        """;

    /// <summary>
    /// The schema as <c>pg_dump</c> shows it, without what Drawbridge keeps for itself; as the catalog shows it where
    /// <c>pg_dump</c> is older than the server, and so refuses.
    /// </summary>
    public async Task<string> Schema(string database)
    {
        if (await IsNewer())
        {
            return await Run("psql", "-X", "-q", "-A", "-t", "-c", Catalog, server.Url(database));
        }

        var dump = await Run("pg_dump", "--schema-only", "--exclude-schema=drawbridge", server.Url(database));
        // Newer versions fence the dump with a random word.
        return string.Join('\n', dump.Split('\n').Where(line => !line.StartsWith(@"\restrict", StringComparison.Ordinal) && !line.StartsWith(@"\unrestrict", StringComparison.Ordinal)));
    }

    /// <summary>Whether the server is newer than its programs here.</summary>
    private async Task<bool> IsNewer()
    {
        var program = (await Run("pg_dump", "--version")).Split(' ')[2].Split('.')[0];
        await using var connection = await server.Connect("postgres");
        return connection.PostgreSqlVersion.Major > int.Parse(program, CultureInfo.InvariantCulture);
    }

    private async Task<string> Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(server.BinDirectory!, program), arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, await error);
        return output;
    }
}
