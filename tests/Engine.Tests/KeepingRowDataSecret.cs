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
            "INSERT INTO t VALUES ('hidden')",
            "CREATE FUNCTION speak(v text) RETURNS int LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION SQLSTATE '22P02' USING MESSAGE = 'ungültige Eingabe: »' || v || '«'; END $$");
        database.Scripts.With("1_a.sql", "SELECT speak(v) FROM t");

        (await database.Apply()).Error!.Message.ShouldContain("ungültige Eingabe: '…'");
    }

    [PostgresFact]
    public async Task What_a_script_raises_stays_readable_but_for_values()
    {
        var database = new TestDatabase(postgres.Server, await postgres.CreateDatabase());
        await database.Execute("CREATE TABLE t (v text)", "INSERT INTO t VALUES ('hidden')");
        database.Scripts.With("1_a.sql", "DO $$ BEGIN RAISE EXCEPTION 'move % out of the way first', (SELECT v FROM t); END $$");

        (await database.Apply()).Error!.Message.ShouldContain("move '…' out of the way first");
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
