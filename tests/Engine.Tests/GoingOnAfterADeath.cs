using Drawbridge.Manifests;
using Drawbridge.Tests.Shared;

namespace Drawbridge.Engine.Tests;

/// <summary>A script without a transaction whose session is ended by an administrator while a statement is at work.</summary>
public sealed class GoingOnAfterADeath(SharedPostgres postgres) : IClassFixture<SharedPostgres>
{
    private const string Reader = "SELECT count(*) FROM t";
    private const string Invalid = "SELECT count(*) FROM pg_index WHERE NOT indisvalid";

    [PostgresTheory]
    [InlineData("")]
    [InlineData("IF NOT EXISTS ")]
    public async Task Index_that_was_half_built_is_dropped_and_built_again(string option)
    {
        var database = await WithTable();
        database.Scripts.With("2_index.sql", $"-- drawbridge: transaction=off\nINSERT INTO t VALUES (3);\nCREATE INDEX CONCURRENTLY {option}\"T's id\" ON t (id);");
        await Die(database, "INSERT INTO t VALUES (9)");
        (await database.Query(Invalid)).ShouldBe(["1"]);

        (await database.Apply()).Error.ShouldBeNull();

        (await database.Query("SELECT relname FROM pg_class WHERE relkind = 'i' AND relnamespace = 'public'::regnamespace")).ShouldBe(["T's id"]);
        (await database.Query(Invalid)).ShouldBe(["0"]);
        (await database.Query("SELECT count(*) FROM t WHERE id = 3")).ShouldBe(["1"]);
        (await database.History())[^1].ShouldBe("2 migration 2_index.sql applied 2/2");
    }

    [PostgresFact]
    public async Task Copy_of_an_index_that_was_left_is_dropped()
    {
        var database = await WithTable("CREATE INDEX t_id ON t (id)");
        database.Scripts.With("2_index.sql", "REINDEX TABLE CONCURRENTLY t;");
        await Die(database, "INSERT INTO t VALUES (9)");
        (await database.Query("SELECT count(*) FROM pg_class WHERE relname = 't_id_ccnew'")).ShouldBe(["1"]);

        (await database.Apply()).Error.ShouldBeNull();

        (await database.Query("SELECT relname FROM pg_class WHERE relname LIKE 't_id%'")).ShouldBe(["t_id"]);
    }

    [PostgresFact]
    public async Task Index_that_was_half_dropped_is_dropped()
    {
        var database = await WithTable("CREATE INDEX t_id ON t (id)");
        database.Scripts.With("2_index.sql", "DROP INDEX CONCURRENTLY t_id;");
        await Die(database, Reader);

        (await database.Apply()).Error.ShouldBeNull();

        (await database.Exists("t_id")).ShouldBeFalse();
    }

    [PostgresFact]
    public async Task Partition_that_was_half_detached_is_detached()
    {
        var database = await WithTable("CREATE TABLE parts (id int) PARTITION BY RANGE (id)", "CREATE TABLE part PARTITION OF parts FOR VALUES FROM (0) TO (9)");
        database.Scripts.With("2_part.sql", "ALTER TABLE parts DETACH PARTITION part CONCURRENTLY;");
        await Die(database, "SELECT count(*) FROM parts");
        (await database.Query("SELECT inhdetachpending FROM pg_inherits")).ShouldBe(["True"]);

        (await database.Apply()).Error.ShouldBeNull();

        (await database.Query("SELECT count(*) FROM pg_inherits")).ShouldBe(["0"]);
        (await database.Exists("part")).ShouldBeTrue();
    }

    /// <summary>What removes the half of it waits for the reader too, and is cancelled or not.</summary>
    [PostgresTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Partition_whose_detaching_was_cancelled_is_detached(bool isCancelledAgain)
    {
        var database = await WithTable("CREATE TABLE parts (id int) PARTITION BY RANGE (id)", "CREATE TABLE part PARTITION OF parts FOR VALUES FROM (0) TO (9)");
        database.Scripts.With("2_part.sql", "ALTER TABLE parts DETACH PARTITION part CONCURRENTLY;");
        var reader = await OtherSession.Begin(database, "SELECT count(*) FROM parts");
        var run = database.Apply();
        await database.Until("SELECT inhdetachpending::text FROM pg_inherits", "true");
        await Cancel(database, "%CONCURRENTLY");
        if (isCancelledAgain)
        {
            await Cancel(database, "%FINALIZE");
        }
        else
        {
            await reader.DisposeAsync();
        }

        (await run).Error!.SqlState.ShouldBe("57014");
        await reader.DisposeAsync();

        (await database.Apply()).Error.ShouldBeNull();

        (await database.Query("SELECT count(*) FROM pg_inherits")).ShouldBe(["0"]);
        (await database.History())[^1].ShouldBe("2 migration 2_part.sql applied 1/1");
    }

    [PostgresFact]
    public async Task Partition_with_a_wrong_name_does_not_pass_for_detached()
    {
        var database = await WithTable("CREATE TABLE parts (id int) PARTITION BY RANGE (id)");
        database.Scripts.With("2_part.sql", "ALTER TABLE parts DETACH PARTITION no_such_part CONCURRENTLY;");
        (await database.Apply()).Error!.SqlState.ShouldBe("42P01");

        (await database.Apply()).Error!.SqlState.ShouldBe("42P01");
    }

    [PostgresTheory]
    [InlineData("CREATE INDEX CONCURRENTLY t_id ON t (id)", "CREATE INDEX t_id ON t (id)")]
    [InlineData("DROP INDEX CONCURRENTLY gone", "SELECT 1")]
    [InlineData("CREATE DATABASE {0}_child", "CREATE DATABASE {0}_child")]
    [InlineData("DROP DATABASE {0}_child", "SELECT 1")]
    [InlineData("VACUUM t", "SELECT 1")]
    [InlineData("ALTER SYSTEM SET work_mem = '4MB'", "ALTER SYSTEM SET work_mem = '4MB'")]
    public async Task Statement_that_took_effect_before_anybody_heard_is_not_repeated(string statement, string effect)
    {
        var database = await WithTable();
        database.Scripts.With("2_alone.sql", $"-- drawbridge: transaction=off\n{string.Format(null, statement, database.Name)};\nSELECT no_such_function();");
        await database.Execute(string.Format(null, effect, database.Name));
        await database.Leave("2_alone.sql", done: 0);

        var report = await database.Apply();

        (report.Error!.Statement, report.Error.SqlState).ShouldBe((2, "42883"));
        (await database.History())[^1].ShouldBe("2 migration 2_alone.sql started 1/2");
        await database.Execute($"DROP DATABASE IF EXISTS {database.Name}_child", "ALTER SYSTEM RESET work_mem");
    }

    [PostgresTheory]
    [InlineData("DO $$ BEGIN INSERT INTO t VALUES (7); COMMIT; PERFORM pg_sleep(60); END $$")]
    [InlineData("CALL fill()")]
    public async Task Statement_that_commits_by_itself_is_never_repeated_but_named(string statement)
    {
        var database = await WithTable("CREATE PROCEDURE fill() LANGUAGE plpgsql AS 'BEGIN INSERT INTO t VALUES (7); COMMIT; PERFORM pg_sleep(60); END'");
        database.Scripts.With("2_first.sql", "CREATE TABLE first (id int)").With("3_fill.sql", $"-- drawbridge: transaction=off\n{statement};\nVACUUM t;");
        var run = database.Apply();
        await database.Until("SELECT count(*)::text FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'", "1");
        await database.EndRuns();
        (await run).Status.ShouldBe(ResultStatus.Unavailable);
        database.Scripts.With("0_late.sql", "CREATE TABLE late (id int)");

        var report = await database.Apply(ReleaseOptions.Default with { Order = ReleaseOrder.Any });

        (report.Status, report.Error!.Code, report.Error.Statement, report.Error.Line).ShouldBe((ResultStatus.Refused, "interrupted-script", 1, 2));
        report.Error.Script.ShouldBe($"migrations/{database.Name}/3_fill.sql");
        (await database.Exists("late")).ShouldBeFalse();
        (await database.Query("SELECT count(*) FROM t WHERE id = 7")).ShouldBe(["1"]);

        await database.Execute("UPDATE drawbridge.history SET statements_done = 1, finished_at = now() WHERE state = 'started'");
        (await database.Apply(ReleaseOptions.Default with { Order = ReleaseOrder.Any })).Error.ShouldBeNull();
        (await database.Query("SELECT count(*) FROM t WHERE id = 7")).ShouldBe(["1"]);
    }

    [PostgresFact]
    public async Task Block_that_does_not_commit_left_nothing_when_it_died_and_is_run_again_at_once()
    {
        var database = await WithTable();
        database.Scripts.With("2_block.sql", "-- drawbridge: transaction=off\nDO $$ BEGIN INSERT INTO t VALUES (7); PERFORM pg_sleep(1); END $$;");
        var run = database.Apply();
        await database.Until("SELECT count(*)::text FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'", "1");
        await database.EndRuns();

        (await run).Error.ShouldBeNull();

        (await database.Query("SELECT count(*) FROM t WHERE id = 7")).ShouldBe(["1"]);
    }

    [PostgresFact]
    public async Task What_the_script_had_set_for_its_session_is_set_again()
    {
        var database = await WithTable("CREATE SCHEMA app", "CREATE TABLE app.t (id int)");
        database.Scripts.With("2_index.sql", "SET search_path = app;\nCREATE INDEX CONCURRENTLY t_id ON t (id);");
        await Die(database, "INSERT INTO app.t VALUES (9)");

        (await database.Apply()).Error.ShouldBeNull();

        (await database.Query("SELECT indexrelid::regclass || ' ' || indisvalid FROM pg_index WHERE indrelid IN ('t'::regclass, 'app.t'::regclass)"))
            .ShouldBe(["app.t_id true"]);
    }

    [PostgresFact]
    public async Task Failed_index_leaves_nothing_behind()
    {
        var database = await WithTable();
        database.Scripts.With("2_index.sql", "CREATE UNIQUE INDEX CONCURRENTLY t_id ON t (id)");
        await database.Execute("INSERT INTO t VALUES (1)");

        (await database.Apply()).Error!.SqlState.ShouldBe("23505");

        (await database.Query(Invalid)).ShouldBe(["0"]);
    }

    /// <summary>Applies until the server has something to wait for, then ends the run's session.</summary>
    private static async Task Die(TestDatabase database, string blocking)
    {
        await using var other = await OtherSession.Begin(database, blocking);
        var run = database.Apply();
        await database.Until("SELECT count(*)::text FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'drawbridge %' AND wait_event_type = 'Lock'", "1");
        await database.EndRuns();
        (await run).Status.ShouldBe(ResultStatus.Unavailable);
        await database.Until("SELECT count(*)::text FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'drawbridge %'", "0");
    }

    /// <summary>Waits until the run's statement waits, and cancels it.</summary>
    private static Task Cancel(TestDatabase database, string statement) => database.Until(
        $"""
        SELECT coalesce(bool_or(pg_cancel_backend(pid)), false)::text FROM pg_stat_activity
        WHERE datname = current_database() AND application_name LIKE 'drawbridge %' AND wait_event_type = 'Lock' AND query LIKE '{statement}'
        """,
        "true");

    private async Task<TestDatabase> WithTable(params string[] more)
    {
        var database = new TestDatabase(postgres.Server, await postgres.CreateDatabase());
        await database.Execute(["CREATE TABLE t (id int)", "INSERT INTO t VALUES (1)", .. more]);
        return database;
    }
}
