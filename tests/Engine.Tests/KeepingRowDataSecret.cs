using Drawbridge.Tests.Shared;

namespace Drawbridge.Engine.Tests;

public sealed class KeepingRowDataSecret(SharedPostgres postgres) : IClassFixture<SharedPostgres>
{
    [PostgresTheory]
    [InlineData("ALTER TABLE t ALTER COLUMN v TYPE int USING v::int")]
    [InlineData("ALTER TABLE t ALTER COLUMN v TYPE date USING v::date")]
    [InlineData("ALTER TABLE t ADD UNIQUE (v)")]
    [InlineData("ALTER TABLE t ADD CHECK (length(v) < 3)")]
    [InlineData("DO $$ BEGIN RAISE EXCEPTION 'row %', (SELECT v FROM t LIMIT 1); END $$")]
    [InlineData("DO $$ BEGIN RAISE unique_violation USING MESSAGE = (SELECT v FROM t LIMIT 1); END $$")]
    [InlineData("DO $$ BEGIN RAISE 'no' USING HINT = (SELECT v FROM t LIMIT 1), DETAIL = (SELECT v FROM t LIMIT 1); END $$")]
    [InlineData("DO $$ BEGIN ASSERT false, (SELECT v FROM t LIMIT 1); END $$")]
    [InlineData("DO $$ BEGIN RAISE data_exception USING MESSAGE = (SELECT v FROM t LIMIT 1); END $$")]
    [InlineData("SELECT to_tsquery(v || ' |') FROM t")]
    [InlineData("SELECT quote_ident(v)::regclass FROM t")]
    [InlineData("SELECT quote_ident(v)::regrole FROM t")]
    [InlineData("SELECT quote_ident(v)::regtype FROM t")]
    [InlineData("SELECT current_setting('app.' || v) FROM t")]
    [InlineData("DO $$ DECLARE one text; BEGIN FOR one IN SELECT v FROM t LOOP EXECUTE 'SELECT ' || one; END LOOP; END $$")]
    [InlineData("DO $$ DECLARE one text; BEGIN FOR one IN SELECT v FROM t LOOP EXECUTE 'SELECT ' || quote_ident(one); END LOOP; END $$")]
    [InlineData("DO $$ DECLARE one text; BEGIN FOR one IN SELECT v FROM t LOOP EXECUTE one; END LOOP; END $$")]
    public async Task Value_of_a_row_stays_in_the_database(string sql)
    {
        var database = new TestDatabase(postgres.Server, await postgres.CreateDatabase());
        await database.Execute("CREATE TABLE t (v text)", "INSERT INTO t VALUES ('hidden \"va\"lue'), ('hidden \"va\"lue')");
        database.Scripts.With("1_a.sql", sql);

        var report = await database.Apply();

        report.Error.ShouldNotBeNull();
        report.ToString().ShouldNotContain("hidden");
        report.Error.ToString().ShouldNotContain("lue\"");
    }

    /// <summary>The script shows what stands between the value's own quotes, but not the value.</summary>
    [PostgresFact]
    public async Task Value_with_quotes_in_it_counts_as_a_whole()
    {
        var database = new TestDatabase(postgres.Server, await postgres.CreateDatabase());
        await database.Execute("CREATE TABLE t (v text)", "INSERT INTO t VALUES ('v\"hidden\"v')");
        database.Scripts.With("1_a.sql", "ALTER TABLE t ALTER COLUMN v TYPE int USING v::int");

        (await database.Apply()).Error!.Message.ShouldNotContain("hidden");
    }

    [PostgresFact]
    public async Task Value_is_found_in_the_quotes_of_any_language()
    {
        var database = new TestDatabase(postgres.Server, await postgres.CreateDatabase());
        await database.Execute(
            "CREATE TABLE t (v text)",
            "INSERT INTO t VALUES ('FROM SELECT')",
            "CREATE FUNCTION speak(v text) RETURNS int LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION SQLSTATE '22P02' USING MESSAGE = 'ungültige Eingabe: »' || v || '«'; END $$");
        database.Scripts.With("1_a.sql", "-- ungültige Eingabe:\nSELECT speak(v) FROM t");

        (await database.Apply()).Error!.Message.ShouldContain("ungültige Eingabe: '…' (SQLSTATE");
    }

    [PostgresFact]
    public async Task What_a_script_raises_stays_readable_but_for_values()
    {
        var database = new TestDatabase(postgres.Server, await postgres.CreateDatabase());
        await database.Execute("CREATE TABLE t (v text)", "INSERT INTO t VALUES ('hidden')");
        database.Scripts.With("1_a.sql", "DO $$ BEGIN RAISE EXCEPTION 'move % out of the way first', (SELECT v FROM t); END $$");

        (await database.Apply()).Error!.Message.ShouldContain("move '…' out of the way first");
    }

    [PostgresTheory]
    [InlineData("SELECT No_Such_Column FROM t", "\"no_such_column\"")]
    [InlineData("ALTER TABLE t DROP COLUMN w", "column \"w\" of relation \"t\" does not exist")]
    [InlineData("CREATE TABLE t ()", "relation \"t\" already exists")]
    [InlineData("ALTER TABLE t ADD CONSTRAINT c CHECK (v = 'b')", "\"c\" of relation \"t\" is violated")]
    [InlineData("INSERT INTO t VALUES (NULL)", "\"v\" of relation \"t\" violates")]
    [InlineData("INSERT INTO t SELECT v FROM t", "\"t_v_key\"")]
    public async Task Names_stay_readable(string sql, string shown)
    {
        var database = new TestDatabase(postgres.Server, await postgres.CreateDatabase());
        await database.Execute("CREATE TABLE t (v text NOT NULL UNIQUE)", "INSERT INTO t VALUES ('a')");
        database.Scripts.With("1_a.sql", sql);

        (await database.Apply()).Error!.Message.ShouldContain(shown);
    }

    [PostgresFact]
    public async Task What_the_server_proposes_stays_readable()
    {
        var database = new TestDatabase(postgres.Server, await postgres.CreateDatabase());
        await database.Execute("CREATE TABLE t (customer text)");
        database.Scripts.With("1_a.sql", "SELECT custmer FROM t");

        (await database.Apply()).Error!.Hint!.ShouldContain("\"t.customer\"");
    }

    [PostgresFact]
    public async Task Value_that_the_script_itself_shows_stays_readable()
    {
        var database = new TestDatabase(postgres.Server, await postgres.CreateDatabase());
        database.Scripts.With("1_a.sql", "SELECT 'twelve'::int");

        var report = await database.Apply();

        report.Error!.Message.ShouldContain("\"twelve\"");
    }
}
