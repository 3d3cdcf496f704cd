using Drawbridge.Engine.PostgreSql;
using Drawbridge.Manifests;
using Drawbridge.Tests.Shared;
using Npgsql;

namespace Drawbridge.Engine.Tests;

/// <summary>Every script draws from a sequence, which no rollback takes back: so it counts how often it was sent.</summary>
public sealed class MeetingOtherSessions(SharedPostgres postgres) : IClassFixture<SharedPostgres>
{
    private const string Count = "SELECT nextval('sent');";

    [PostgresFact]
    public async Task Lock_that_becomes_free_is_waited_for_by_trying_again()
    {
        var database = await WithTables();
        database.Scripts.With("2_a.sql", $"-- drawbridge: lock-timeout=100ms\n{Count} ALTER TABLE a ADD COLUMN more int;");
        await using var other = await OtherSession.Begin(database, "LOCK TABLE a");
        var run = database.Apply();
        await database.Until("SELECT (last_value > 1)::text FROM sent", "true");
        await other.Run("ROLLBACK");

        var script = (await run).Scripts[^1];

        (script.Status, script.Tries).ShouldBe((ScriptStatus.Applied, (int?)int.Parse(await Sent(database), null)));
        script.Tries.ShouldNotBeNull().ShouldBeGreaterThan(1);
        (await database.History())[^1].ShouldBe("2 migration 2_a.sql applied 2/2");
    }

    [PostgresFact]
    public async Task Lock_that_stays_taken_fails_the_script_after_five_tries()
    {
        var database = await WithTables();
        database.Scripts.With("2_a.sql", $"-- drawbridge: lock-timeout=100ms\n{Count} ALTER TABLE a ADD COLUMN more int;");
        await using var other = await OtherSession.Begin(database, "LOCK TABLE a");

        var report = await database.Apply();

        (report.Status, report.Error!.SqlState, report.Scripts[^1].Tries).ShouldBe((ResultStatus.Failed, "55P03", (int?)5));
        report.Error.Message.ShouldContain("tried 5 times");
        (await Sent(database)).ShouldBe("5");
    }

    [PostgresFact]
    public async Task Deadlock_is_tried_again()
    {
        var database = await WithTables();
        database.Scripts.With("2_a.sql", $"{Count} LOCK TABLE a; SELECT pg_sleep(0.5); LOCK TABLE b; INSERT INTO a VALUES (1);");
        await using var other = await OtherSession.Begin(database, "SET deadlock_timeout = '1min'", "LOCK TABLE b");
        var run = database.Apply();
        await database.Until("SELECT count(*)::text FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'", "1");
        await other.Run("LOCK TABLE a");
        await other.Run("ROLLBACK");

        var report = await run;

        report.Error.ShouldBeNull();
        report.Scripts[^1].Tries.ShouldNotBeNull().ShouldBeGreaterThan(1);
        (await database.Query("SELECT count(*) FROM a")).ShouldBe(["1"]);
    }

    [PostgresFact]
    public async Task Transaction_that_can_not_be_serialized_is_tried_again()
    {
        var database = await WithTables();
        database.Scripts.With("2_a.sql", $"""
            SET TRANSACTION ISOLATION LEVEL REPEATABLE READ;
            {Count}
            SELECT count(*) FROM b;
            UPDATE b SET id = id + 10;
            """);
        await using var other = await OtherSession.Begin(database, "UPDATE b SET id = 2");
        var run = database.Apply();
        await database.Until("SELECT count(*)::text FROM pg_locks WHERE NOT granted AND locktype = 'transactionid'", "1");
        await other.Run("COMMIT");

        (await run).Error.ShouldBeNull();

        (await database.Query("SELECT id FROM b")).ShouldBe(["12"]);
        (await Sent(database)).ShouldBe("2");
    }

    [PostgresTheory]
    [InlineData("SELECT pg_sleep(5)", "57014")]
    [InlineData("INSERT INTO b VALUES (1)", "23505")]
    [InlineData("SELECT * FROM nowhere", "42P01")]
    [InlineData("SELECT 1 / 0", "22012")]
    public async Task What_would_fail_again_is_sent_once(string sql, string sqlState)
    {
        var database = await WithTables();
        database.Scripts.With("2_a.sql", $"-- drawbridge: statement-timeout=200ms\n{Count} {sql};");

        var report = await database.Apply();

        (report.Status, report.Error!.SqlState, report.Scripts[^1].Tries).ShouldBe((ResultStatus.Failed, sqlState, null));
        (await Sent(database)).ShouldBe("1");
    }

    [PostgresFact]
    public async Task Without_a_transaction_only_the_step_that_met_the_lock_is_tried_again()
    {
        var database = await WithTables();
        database.Scripts.With("2_steps.sql", $"""
            -- drawbridge: transaction=off
            -- drawbridge: lock-timeout=100ms
            INSERT INTO b VALUES (7);
            DO $$ BEGIN PERFORM nextval('sent'); ALTER TABLE a ADD COLUMN more int; END $$;
            VACUUM b;
            """);
        await using var other = await OtherSession.Begin(database, "LOCK TABLE a");
        var run = database.Apply();
        await database.Until("SELECT (last_value > 1)::text FROM sent", "true");
        await other.Run("ROLLBACK");

        var report = await run;

        report.Error.ShouldBeNull();
        report.Scripts[^1].Tries.ShouldNotBeNull().ShouldBeGreaterThan(1);
        (await database.Query("SELECT count(*) FROM b WHERE id = 7")).ShouldBe(["1"]);
    }

    [PostgresFact]
    public async Task Server_that_is_full_is_asked_again_and_the_result_says_so()
    {
        var database = await WithTables();
        var role = $"{database.Name}_limited";
        await database.Execute($"CREATE ROLE {role} LOGIN PASSWORD 'x' CONNECTION LIMIT 1", $"GRANT CREATE ON DATABASE {database.Name} TO {role}", $"GRANT CREATE ON SCHEMA public TO {role}");
        var setting = new NpgsqlConnectionStringBuilder(postgres.Server.ConnectionString(database.Name)) { Username = role, Password = "x", Pooling = false };
        await using var only = new NpgsqlConnection(setting.ConnectionString);
        await only.OpenAsync();
        var scripts = new ScriptsInMemory(database.Name).With("1_c.sql", "CREATE TABLE c (id int)");
        var run = new MigrationRun(PostgreSqlServer.Parse(setting.ConnectionString), scripts, TimeProvider.System)
            .Run(scripts.Release(1), new Reports(), CancellationToken.None);
        // Long enough for the first try on a slow machine, and less than what all of them take.
        await Task.Delay(1000);
        await only.CloseAsync();

        var report = await run;

        report.Error.ShouldBeNull();
        report.Warnings.ShouldHaveSingleItem().Code.ShouldBe("retried");
        await database.Execute("DROP SCHEMA drawbridge CASCADE", "DROP TABLE c", $"DROP OWNED BY {role}", $"DROP ROLE {role}");
    }

    private static async Task<string> Sent(TestDatabase database) => (await database.Query("SELECT last_value FROM sent"))[0];

    private async Task<TestDatabase> WithTables()
    {
        var database = new TestDatabase(postgres.Server, await postgres.CreateDatabase());
        await database.Execute("CREATE TABLE a (id int)", "CREATE TABLE b (id int UNIQUE)", "INSERT INTO b VALUES (1)", "CREATE SEQUENCE sent");
        return database;
    }
}
