namespace Drawbridge.Bench.Peers.Corpora;

/// <summary>
/// What migrations mostly are: tables, indexes, functions, views, seed rows. Six statements in five scripts.
/// </summary>
internal static class DdlCorpus
{
    public const string Name = "ddl";

    private const int Kinds = 5;
    private const int Seeds = 20;

    private const string Evidence = """
        SELECT (SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relname ~ '^shop_')
             + (SELECT count(*) FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND proname ~ '^shop_')
        """;

    /// <summary>Tables one after the other, each with all that belongs to it.</summary>
    public static Corpus Of(int count)
    {
        var scripts = Enumerable.Range(1, count).Select(Script).ToList();
        return new Corpus(Name, scripts, Evidence, scripts.Count(script => script.Description != "seed"));
    }

    private static CorpusScript Script(int number)
    {
        var table = $"shop_{(number - 1) / Kinds:000000}";
        return ((number - 1) % Kinds) switch
        {
            0 => new CorpusScript(number, "create_table", Table(table)),
            1 => new CorpusScript(number, "create_index", [Index(table)]),
            2 => new CorpusScript(number, "create_function", [Function(table)]),
            3 => new CorpusScript(number, "create_view", [View(table)]),
            _ => new CorpusScript(number, "seed", [Rows(table)]),
        };
    }

    // The key's index has a name that doesn't count.
    private static IReadOnlyList<string> Table(string table) =>
    [
        $"""
        CREATE TABLE {table} (
            id integer NOT NULL,
            name varchar(200) NOT NULL,
            amount numeric(12, 2) DEFAULT 0 NOT NULL,
            details jsonb DEFAULT '{"{}"}' NOT NULL,
            created_at timestamptz DEFAULT now() NOT NULL,
            CONSTRAINT key_of_{table} PRIMARY KEY (id),
            CONSTRAINT amount_of_{table} CHECK (amount >= 0)
        );
        """,
        $"COMMENT ON TABLE {table} IS 'What the shop''s people keep; see its view.';",
    ];

    private static string Index(string table) => $"CREATE INDEX {table}_by_name ON {table} (lower(name), created_at);";

    private static string Function(string table) => $"""
        CREATE FUNCTION {table}_total(smallest numeric) RETURNS numeric LANGUAGE plpgsql STABLE AS $body$
        DECLARE
            total numeric := 0; -- it's never null
        BEGIN
            SELECT coalesce(sum(amount), 0) INTO total FROM {table} WHERE amount >= smallest;
            RETURN total;
        END;
        $body$;
        """;

    private static string View(string table) => $"""
        CREATE VIEW {table}_today AS
            SELECT id, upper(name) AS name, amount, details ->> 'color' AS color
            FROM {table}
            WHERE created_at >= current_date;
        """;

    private static string Rows(string table) =>
        $"INSERT INTO {table} (id, name, amount) VALUES\n    "
        + string.Join(",\n    ", Enumerable.Range(1, Seeds).Select(Row))
        + ";";

    private static string Row(int number) => $"({number}, 'it''s row {number}; of {Seeds}', {number}.50)";
}
