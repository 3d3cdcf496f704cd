using Drawbridge.Engine.PostgreSql;
using Drawbridge.Manifests;
using Drawbridge.Tests.Shared;

namespace Drawbridge.Engine.Tests;

/// <summary>Scripts that only write a little are sent several at once, and are applied each by itself all the same.</summary>
public sealed class TravellingTogether(SharedPostgres postgres) : IClassFixture<SharedPostgres>
{
    [PostgresFact]
    public async Task Each_is_a_transaction_of_its_own_with_its_row()
    {
        var database = await Rows();

        var report = await database.Apply();

        (report.Status, report.Error).ShouldBe((ResultStatus.Succeeded, null));
        report.Scripts.ShouldAllBe(script => script.Transaction == true && script.DurationMs < 60_000);
        (await database.Query("SELECT count(DISTINCT a.xmin::text) FROM a JOIN drawbridge.history AS h ON h.xmin = a.xmin")).ShouldBe(["6"]);
        (await database.Query("SELECT string_agg(v::text, '' ORDER BY h.id) FROM a JOIN drawbridge.history AS h ON h.xmin = a.xmin"))
            .ShouldBe(["234567"]);
    }

    [PostgresFact]
    public async Task What_a_script_answers_is_not_taken_for_how_long_it_took()
    {
        var database = await Rows();
        database.Scripts.With(
            "4_row.sql",
            "INSERT INTO a VALUES (4) RETURNING 86400000 AS drawbridge_duration;\n"
            + "INSERT INTO a VALUES (40) RETURNING 'a day' AS drawbridge_duration, 'a release' AS release_id;\n"
            + "INSERT INTO a VALUES (400) RETURNING 86400000 AS drawbridge_duration, NULL::text AS release_id");

        var report = await database.Apply();

        report.Error.ShouldBeNull();
        report.Scripts.ShouldAllBe(script => script.DurationMs < 60_000);
    }

    [PostgresFact]
    public async Task Each_meets_a_fresh_session()
    {
        var database = await Rows();
        foreach (var number in Enumerable.Range(8, 6))
        {
            database.Scripts.With($"{number}_temp.sql", "CREATE TEMP TABLE left_over (v int); INSERT INTO left_over VALUES (1)");
        }

        (await database.Apply()).Error.ShouldBeNull();
    }

    [PostgresFact]
    public async Task Those_ahead_of_one_that_fails_stay_and_none_behind_it_is_begun()
    {
        var database = await Rows();
        database.Scripts.With("4_row.sql", "INSERT INTO a VALUES (40);\nINSERT INTO a\n  VALUES ('four')");

        var report = await database.Apply();

        (report.Status, report.Error!.Code, report.Error.Script).ShouldBe((ResultStatus.Failed, "statement-failed", $"migrations/{database.Name}/4_row.sql"));
        (report.Error.Statement, report.Error.Line, report.Error.Column).ShouldBe((2, 3, 11));
        report.Error.Message.ShouldContain("The script was rolled back: nothing of it is left");
        Statuses(report).ShouldBe("applied applied applied failed pending pending pending");
        (await database.Query("SELECT string_agg(v::text, ' ' ORDER BY v) FROM a")).ShouldBe(["2 3"]);
        (await database.History()).Count.ShouldBe(3);
        database.Scripts.With("4_row.sql", "INSERT INTO a VALUES (4)");
        (await database.Apply()).Error.ShouldBeNull();
        await OnceEach(database);
    }

    [PostgresFact]
    public async Task Deferred_constraint_fails_the_script_that_violates_it()
    {
        var database = await Rows();
        database.Scripts
            .With("1_a.sql", "CREATE TABLE p (v int PRIMARY KEY); CREATE TABLE a (v int, p int REFERENCES p DEFERRABLE INITIALLY DEFERRED); CREATE INDEX ON a (v)")
            .With("4_row.sql", "INSERT INTO a VALUES (4, 4)");

        var report = await database.Apply();

        (report.Error!.SqlState, report.Error.Script).ShouldBe(("23503", $"migrations/{database.Name}/4_row.sql"));
        report.Error.Message.ShouldStartWith("A deferred constraint");
        Statuses(report).ShouldBe("applied applied applied failed pending pending pending");
        (await database.Query("SELECT count(*) FROM a")).ShouldBe(["2"]);
    }

    [PostgresFact]
    public async Task One_whose_trigger_gives_the_lock_away_is_rolled_back()
    {
        var database = await Rows("IF NEW.v = 5 THEN PERFORM pg_advisory_unlock_all(); END IF;");

        var report = await database.Apply();

        (report.Status, report.Error!.Code, report.Error.Script).ShouldBe((ResultStatus.Failed, "lock-lost", $"migrations/{database.Name}/5_row.sql"));
        (await database.Query("SELECT max(v) FROM a")).ShouldBe(["4"]);
    }

    [PostgresFact]
    public async Task One_that_others_are_in_the_way_of_is_tried_again_and_the_rest_goes_on()
    {
        var database = await Rows("IF NEW.v = 4 AND nextval('sent') < 3 THEN RAISE EXCEPTION USING ERRCODE = '55P03'; END IF;");
        await database.Execute("CREATE SEQUENCE sent"); // no rollback takes back what was drawn from it

        var report = await database.Apply();

        (report.Status, report.Error).ShouldBe((ResultStatus.Succeeded, null));
        report.Scripts.Select(script => script.Tries).ShouldBe([null, null, null, 3, null, null, null]);
        await OnceEach(database);
    }

    [PostgresFact]
    public async Task Connection_that_breaks_before_any_answer_leaves_each_applied_once()
    {
        var database = await Rows();
        database.Scripts.With("1_a.sql", "CREATE TABLE a (v int)");
        await using var network = new CommitEater(postgres.Server.Host, postgres.Server.Port, fallsSilent: false);
        using var clock = new RunClock(TimeProvider.System, CancellationToken.None);

        var report = await Run(database, network.Port, clock);

        network.HasEaten.ShouldBeTrue();
        (report.Status, report.Error).ShouldBe((ResultStatus.Succeeded, null));
        Statuses(report).ShouldBe("applied applied applied applied applied applied applied");
        report.Warnings.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            warning => warning.Code.ShouldBe("answer-lost"),
            warning => warning.Script.ShouldBe($"migrations/{database.Name}/7_row.sql"));
        await OnceEach(database);
    }

    [PostgresFact]
    public async Task Connection_that_breaks_in_one_of_them_is_told_and_the_run_goes_on_with_it()
    {
        var database = await Rows("IF NEW.v = 5 AND to_regclass('calm') IS NULL THEN PERFORM pg_sleep(60); END IF;");
        var run = database.Apply();
        await UntilAsleep(database);
        await database.Execute("CREATE TABLE calm ()");
        await database.EndRuns();

        var report = await run;

        (report.Status, report.Error).ShouldBe((ResultStatus.Succeeded, null));
        report.Warnings.ShouldContain(warning => warning.Code == "connection-lost" && warning.Script == $"migrations/{database.Name}/5_row.sql");
        await OnceEach(database);
    }

    [PostgresFact]
    public async Task Stopped_in_one_of_them_the_run_reports_those_ahead_as_applied()
    {
        var database = await Rows("IF NEW.v = 5 THEN PERFORM pg_sleep(60); END IF;");
        using var stop = new CancellationTokenSource();
        var run = database.Run(database.Scripts.Release(1), new Reports(), stop.Token);
        await UntilAsleep(database);

        await stop.CancelAsync();
        var report = await run;

        (report.Status, report.Error!.Code, report.To).ShouldBe((ResultStatus.Failed, "cancelled", "4"));
        report.Error.Message.ShouldContain("5_row.sql");
        Statuses(report).ShouldBe("applied applied applied applied pending pending pending");
        (await database.History()).Count.ShouldBe(4);
    }

    private static string Statuses(RunReport report) =>
        string.Join(' ', report.Scripts.Select(script => KebabCase.Of(script.Status)));

    private static async Task OnceEach(TestDatabase database)
    {
        (await database.Query("SELECT string_agg(v::text, ' ' ORDER BY v) FROM a")).ShouldBe(["2 3 4 5 6 7"]);
        (await database.History()).Count.ShouldBe(7);
    }

    private static Task UntilAsleep(TestDatabase database) => database.Until(
        "SELECT count(*)::text FROM pg_stat_activity WHERE application_name LIKE 'drawbridge %' AND datname = current_database() AND wait_event = 'PgSleep'",
        "1");

    private Task<RunReport> Run(TestDatabase database, int port, RunClock clock)
    {
        var setting = new Npgsql.NpgsqlConnectionStringBuilder(postgres.Server.ConnectionString(database.Name)) { Host = "127.0.0.1", Port = port };
        return new MigrationRun(PostgreSqlServer.Parse(setting.ConnectionString), database.Scripts, TimeProvider.System)
            .Run(database.Scripts.Release(1), new Reports(), clock);
    }

    /// <summary>A table with a trigger, which goes ahead alone, and six scripts with a row each.</summary>
    private async Task<TestDatabase> Rows(string trigger = "")
    {
        var database = new TestDatabase(postgres.Server, await postgres.CreateDatabase());
        database.Scripts.With("1_a.sql", $"""
            CREATE TABLE a (v int);
            CREATE FUNCTION look() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN {trigger.Replace("'", "''", StringComparison.Ordinal)} RETURN NEW; END';
            CREATE TRIGGER look BEFORE INSERT ON a FOR EACH ROW EXECUTE FUNCTION look();
            """);
        foreach (var number in Enumerable.Range(2, 6))
        {
            database.Scripts.With($"{number}_row.sql", $"INSERT INTO a VALUES ({number})");
        }

        return database;
    }
}
