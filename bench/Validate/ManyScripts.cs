using System.Text;
using Drawbridge.Bench.Sql;
using Drawbridge.LocalEnvironment.Git;

namespace Drawbridge.Bench.Validate;

/// <summary>A repository with one commit of many migrations, all new: the most that <c>validate</c> can be asked for.</summary>
/// <param name="Count">How many migrations there are.</param>
/// <param name="Script">What one says, by its number.</param>
/// <param name="Settings">What <c>drawbridge.yml</c> says.</param>
internal sealed record ManyScripts(int Count, Func<int, string> Script, string Settings)
{
    private const int Statements = 48;

    /// <summary>For PostgreSQL.</summary>
    public static ManyScripts ForPostgreSql { get; } = new(10_000, PostgreSqlScript, "");

    /// <summary>For SQL Server.</summary>
    public static ManyScripts ForSqlServer { get; } = new(1_000, number => TSqlScript.Of(number, Statements - 1), "engine: sqlserver\n");

    /// <summary>Makes it in a folder, the same on every run, and answers it with how many bytes the scripts have.</summary>
    public async Task<(GitRepository Repository, int Size)> Create(string folder)
    {
        var repository = await GitRepository.Create(folder);
        await repository.Git("config", "gc.auto", "0");
        var size = 0;
        for (var number = 1; number <= Count; number++)
        {
            var script = Script(number);
            repository.Write($"migrations/shop/{number:000000}_step.sql", script);
            size += script.Length;
        }

        repository.Write("migrations/drawbridge.yml", Settings);
        await repository.Commit("all of them");
        await repository.Git("repack", "-a", "-d", "--quiet");
        return (repository, size);
    }

    private static string PostgreSqlScript(int number)
    {
        var script = new StringBuilder($"""
            -- What the shop needs in its release {number}.
            CREATE TABLE app.table_{number} (
                id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                name text NOT NULL,
                created_at timestamptz NOT NULL DEFAULT now()
            );

            """);
        for (var step = 1; step < Statements; step++)
        {
            script.Append(Statement($"table_{number}", step)).Append('\n');
        }

        return script.Append(number % 5 == 0 ? $"DROP TABLE app.gone_{number};\n" : "").ToString();
    }

    private static string Statement(string table, int step) => (step % 8) switch
    {
        1 => $"ALTER TABLE app.{table} ADD COLUMN column_{step} integer NOT NULL DEFAULT 0;",
        2 => $"CREATE INDEX {table}_column_{step}_idx ON app.{table} (name, column_{step - 1});",
        3 => $"INSERT INTO app.{table} (name, column_1) VALUES ('the first of step {step}', 1), ('it''s another', 2);",
        4 => $"COMMENT ON COLUMN app.{table}.name IS 'What people call it since step {step}.';",
        5 => $"UPDATE app.{table} SET name = upper(name) WHERE id = {step};",
        6 => $"GRANT SELECT, INSERT ON app.{table} TO reader, writer;",
        7 => $"CREATE FUNCTION app.{table}_{step}() RETURNS integer LANGUAGE plpgsql AS $$\nBEGIN\n    RETURN {step};\nEND\n$$;",
        _ => $"ALTER TABLE app.{table} ADD CONSTRAINT {table}_check_{step} CHECK (column_{step - 7} >= 0);",
    };
}
