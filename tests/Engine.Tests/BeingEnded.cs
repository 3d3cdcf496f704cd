using Drawbridge.Tests.Shared;

namespace Drawbridge.Engine.Tests;

/// <summary>What the server's refusal alone does not tell: who or what ended a statement, and how to go on.</summary>
public sealed class BeingEnded(SharedPostgres postgres) : IClassFixture<SharedPostgres>
{
    [PostgresTheory]
    [InlineData("-- drawbridge: statement-timeout=100ms\nSELECT pg_sleep(600)")]
    [InlineData("SET statement_timeout = '100ms';\nSELECT pg_sleep(600)")]
    public async Task Statement_that_took_longer_than_it_may_is_told_so(string sql)
    {
        var database = new TestDatabase(postgres.Server, await postgres.CreateDatabase());
        database.Scripts.With("1_a.sql", sql);

        var error = (await database.Apply()).Error!;

        error.SqlState.ShouldBe("57014");
        error.Remedy.ShouldContain("longer than it may");
    }

    [PostgresTheory]
    [InlineData("")]
    [InlineData("-- drawbridge: statement-timeout=10min\n")]
    public async Task Statement_that_somebody_cancelled_is_not_called_too_long(string head)
    {
        var database = new TestDatabase(postgres.Server, await postgres.CreateDatabase());
        database.Scripts.With("1_a.sql", head + "SELECT pg_sleep(60)");
        var run = database.Apply();
        await database.Until(
            """
            SELECT coalesce(bool_or(pg_cancel_backend(pid)), false)::text FROM pg_stat_activity
            WHERE datname = current_database() AND wait_event = 'PgSleep'
            """,
            "true");

        var error = (await run).Error!;

        error.SqlState.ShouldBe("57014");
        error.Remedy.ShouldContain("pg_cancel_backend");
        error.Remedy.ShouldNotContain("longer");
    }

    [PostgresTheory]
    [InlineData("CALL fill()")]
    [InlineData("DO $$ BEGIN INSERT INTO t VALUES (1); COMMIT; END $$")]
    public async Task What_commits_by_itself_names_the_directive_that_lets_it(string sql)
    {
        var database = new TestDatabase(postgres.Server, await postgres.CreateDatabase());
        await database.Execute("CREATE TABLE t (id int)", "CREATE PROCEDURE fill() LANGUAGE plpgsql AS 'BEGIN INSERT INTO t VALUES (1); COMMIT; END'");
        database.Scripts.With("1_a.sql", sql);

        var error = (await database.Apply()).Error!;
        error.SqlState.ShouldBe("2D000");
        error.Remedy.ShouldContain("'-- drawbridge: transaction=off'");

        database.Scripts.With("1_a.sql", "-- drawbridge: transaction=off\n" + sql);
        (await database.Apply()).Error.ShouldBeNull();
    }
}
