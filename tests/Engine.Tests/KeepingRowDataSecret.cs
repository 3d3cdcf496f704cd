using Drawbridge.Tests.Shared;

namespace Drawbridge.Engine.Tests;

public sealed class KeepingRowDataSecret(SharedPostgres postgres) : IClassFixture<SharedPostgres>
{
    [PostgresTheory]
    [InlineData("ALTER TABLE t ALTER COLUMN v TYPE int USING v::int")]
    [InlineData("ALTER TABLE t ALTER COLUMN v TYPE date USING v::date")]
    [InlineData("ALTER TABLE t ADD UNIQUE (v)")]
    [InlineData("ALTER TABLE t ADD CHECK (length(v) < 3)")]
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
    public async Task Value_that_the_script_itself_shows_stays_readable()
    {
        var database = new TestDatabase(postgres.Server, await postgres.CreateDatabase());
        database.Scripts.With("1_a.sql", "SELECT 'twelve'::int");

        var report = await database.Apply();

        report.Error!.Message.ShouldContain("\"twelve\"");
    }
}
