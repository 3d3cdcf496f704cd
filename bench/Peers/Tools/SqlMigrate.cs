using Drawbridge.Bench.Peers.Corpora;

namespace Drawbridge.Bench.Peers.Tools;

/// <summary>sql-migrate, from Debian.</summary>
internal sealed class SqlMigrate(string program) : ITool
{
    private const string Folder = "migrations";

    // The tool fills in variables by itself, so that a database for each run needs no file for each run.
    private const string Configuration = """
        bench:
          dialect: postgres
          datasource: ${BENCH_DATABASE}
          dir: migrations
          table: migrations

        """;

    public string Name => "sql-migrate";

    public string Settings => "up";

    public Invocation Version => new(program, "--version");

    public void Write(Corpus corpus, string folder)
    {
        File.WriteAllText(Path.Combine(folder, "dbconfig.yml"), Configuration);
        ScriptFiles.Write(Path.Combine(folder, Folder), corpus, script => $"{script.Name}.sql", Text);
    }

    public Invocation Apply(DatabaseAddress database) =>
        new(program, "up", "-env=bench")
        {
            Variables = new Dictionary<string, string> { ["BENCH_DATABASE"] = database.UrlWithoutTls },
        };

    // It ends a statement at a semicolon that ends a line, also within dollar quotes.
    private static string Text(CorpusScript script) =>
        "-- +migrate Up\n" + string.Concat(script.Statements.Select(Text));

    private static string Text(string statement) =>
        statement.Contains("$body$", StringComparison.Ordinal)
            ? $"-- +migrate StatementBegin\n{statement}\n-- +migrate StatementEnd\n"
            : $"{statement}\n";
}
