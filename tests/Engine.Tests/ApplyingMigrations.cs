using Drawbridge.Manifests;
using Drawbridge.Tests.Shared;

namespace Drawbridge.Engine.Tests;

public sealed class ApplyingMigrations(SharedPostgres postgres) : IClassFixture<SharedPostgres>
{
    [PostgresFact]
    public async Task Deadline_that_comes_after_the_last_script_does_not_make_a_failure_of_a_success()
    {
        var database = new TestDatabase(postgres.Server, await postgres.CreateDatabase());
        database.Scripts.With("1_a.sql", "CREATE TABLE a (id int)");
        using var clock = new CancellationTokenSource();
        var deadline = new DeadlineAt(ResultStatus.Succeeded, clock);

        var report = await database.Run(database.Scripts.Release(1), deadline, clock.Token);

        (report.Status, report.Error).ShouldBe((ResultStatus.Succeeded, null));
    }

    [PostgresFact]
    public async Task First_release_creates_the_history_and_applies_all_in_version_order()
    {
        var database = await Empty();
        database.Scripts
            .With("10_add_color.up.sql", "ALTER TABLE widget ADD COLUMN color text; ALTER TABLE widget ADD COLUMN size int;")
            .With("2_create_widget.up.sql", "CREATE TABLE widget (id bigint PRIMARY KEY)")
            .With("2_create_widget.down.sql", "DROP TABLE widget");

        var report = await database.Apply();

        report.Error.ShouldBeNull();
        (report.Status, report.From, report.To).ShouldBe((ResultStatus.Succeeded, null, "10"));
        report.Scripts.Select(script => (script.Version, script.Status, script.Statements, script.Transaction))
            .ShouldBe([("2", ScriptStatus.Applied, 1, true), ("10", ScriptStatus.Applied, 2, true)]);
        (await database.History()).ShouldBe(
        [
            "2 migration 2_create_widget.up.sql applied 1/1",
            "10 migration 10_add_color.up.sql applied 2/2",
        ]);
    }

    [PostgresTheory]
    [InlineData(1, 9, 2, 1)]
    [InlineData(1, 9, 1, 10)]
    public async Task Older_release_never_brings_back_an_older_repeatable(int second, int attempt, int newerSecond, int newerAttempt)
    {
        var database = await Empty();
        var older = database.Scripts.With("R__v.sql", "CREATE OR REPLACE VIEW v AS SELECT 'old' AS v").Release(second, attempt: attempt);
        var newer = database.Scripts.With("R__v.sql", "CREATE OR REPLACE VIEW v AS SELECT 'new' AS v").Release(newerSecond, attempt: newerAttempt);
        (await database.Run(newer)).Error.ShouldBeNull();

        (await database.Run(older)).Status.ShouldBe(ResultStatus.Superseded);
        (await database.Run(newer)).Status.ShouldBe(ResultStatus.Succeeded);
        (await database.Run(older)).Status.ShouldBe(ResultStatus.Superseded);

        (await database.Query("SELECT v FROM v")).ShouldBe(["new"]);
    }

    [PostgresFact]
    public async Task Failed_release_asked_for_again_answers_with_what_failed_then()
    {
        var database = await Empty();
        (await database.Run(database.Scripts.With("1_a.sql", "CREATE TABLE a (id int)").Release(1))).Error.ShouldBeNull();
        var release = database.Scripts
            .With("2_b.sql", "CREATE TABLE b (id int)")
            .With("3_c.sql", "CREATE TABLE c (id int);\nINSERT INTO c VALUES (1 / 0);")
            .With("4_d.sql", "CREATE TABLE d (id int)")
            .Release(2);
        var first = await database.Run(release);

        var again = await database.Run(release);

        first.Error!.SqlState.ShouldBe("22012");
        (again.Status, again.Error, again.From, again.To).ShouldBe((ResultStatus.Failed, first.Error, "1", "2"));
        again.Scripts.Select(script => script.Status).ShouldBe(first.Scripts.Select(script => script.Status));
        (await database.Exists("c")).ShouldBeFalse();
    }

    [PostgresFact]
    public async Task Failed_statement_leaves_the_script_unapplied_and_points_at_its_place()
    {
        var database = await Empty();
        database.Scripts
            .With("1_good.sql", "CREATE TABLE good (id int)")
            .With("2_bad.sql", "-- two statements\nCREATE TABLE half (id int);\n\nINSERT INTO half (id, 'ö')\n  VALUES (1);")
            .With("3_never.sql", "CREATE TABLE never (id int)");

        var report = await database.Apply();

        report.Status.ShouldBe(ResultStatus.Failed);
        report.Scripts.Select(script => script.Status).ShouldBe([ScriptStatus.Applied, ScriptStatus.Failed, ScriptStatus.Pending]);
        var error = report.Error.ShouldNotBeNull();
        (error.Code, error.Script, error.Statement, error.Line, error.Column, error.SqlState)
            .ShouldBe(("statement-failed", $"migrations/{database.Name}/2_bad.sql", 2, 4, 23, "42601"));
        error.Message.ShouldContain("rolled back");
        (await database.Exists("half")).ShouldBeFalse();
        (await database.History()).ShouldBe(["1 migration 1_good.sql applied 1/1"]);
    }

    [PostgresFact]
    public async Task Deferred_constraint_fails_the_script_before_it_is_recorded()
    {
        var database = await Empty();
        database.Scripts
            .With("1_tables.sql", "CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p int REFERENCES p DEFERRABLE INITIALLY DEFERRED)")
            .With("2_orphan.sql", "INSERT INTO c VALUES (7)");

        var report = await database.Apply();

        (report.Status, report.Error!.SqlState).ShouldBe((ResultStatus.Failed, "23503"));
        (await database.Query("SELECT count(*) FROM c")).ShouldBe(["0"]);
        (await database.History()).Count.ShouldBe(1);
    }

    [PostgresFact]
    public async Task Every_script_meets_a_fresh_session()
    {
        var database = await Empty();
        await database.Execute("DO $$ BEGIN IF to_regrole('stranger') IS NULL THEN CREATE ROLE stranger; END IF; END $$", "GRANT stranger TO CURRENT_USER");
        database.Scripts
            .With("1_dump.sql", "SELECT pg_catalog.set_config('search_path', '', false); SET ROLE stranger; SET lock_timeout = 1; CREATE TEMP TABLE left_over (id int); PREPARE p AS SELECT 1")
            .With("2_next.sql", "CREATE TABLE found_its_schema (id int); CREATE TEMP TABLE left_over (id int); PREPARE p AS SELECT 1");

        var report = await database.Apply();

        report.Error.ShouldBeNull();
        (await database.Exists("public.found_its_schema")).ShouldBeTrue();
    }

    [PostgresTheory]
    [InlineData("")]
    [InlineData("-- drawbridge: transaction=off\n")]
    public async Task Advisory_locks_that_a_script_took_go_with_it_and_the_runs_own_stays(string head)
    {
        const string OfThisSession = "FROM pg_locks WHERE locktype = 'advisory' AND granted AND pid = pg_backend_pid()";
        var database = await Empty();
        database.Scripts
            .With("1_locks.sql", $"""
                {head}SELECT pg_advisory_lock(1);
                SELECT pg_advisory_lock(1);
                SELECT pg_advisory_lock(-1);
                SELECT pg_advisory_lock_shared(2);
                SELECT pg_advisory_lock(3, -4);
                SELECT pg_advisory_lock_shared(-3, 4);
                CREATE TABLE during AS SELECT count(*) AS held {OfThisSession};
                """)
            .With("2_next.sql", $"CREATE TABLE after AS SELECT classid::bigint << 32 | objid::bigint AS key {OfThisSession}");

        (await database.Apply()).Error.ShouldBeNull();

        (await database.Query("SELECT held FROM during")).ShouldBe(["6"]);
        (await database.Query("SELECT key FROM after")).ShouldBe(["4932111707304782180"]);
    }

    [PostgresFact]
    public async Task Server_is_told_at_once_and_again_after_each_script_to_notice_a_dead_client()
    {
        const string See = "SELECT string_agg(setting, ' ' ORDER BY name) AS v FROM pg_settings WHERE name IN ('client_connection_check_interval', 'tcp_keepalives_idle', 'tcp_keepalives_interval', 'tcp_keepalives_count', 'tcp_user_timeout')";
        var database = await Empty();
        database.Scripts.With("1_a.sql", $"CREATE TABLE seen AS {See}; RESET ALL; SET tcp_keepalives_idle = 7200").With("2_b.sql", $"INSERT INTO seen {See}");

        (await database.Apply()).Error.ShouldBeNull();

        (await database.Query("SELECT v FROM seen")).ShouldBe(["2000 3 5 2 10000", "2000 3 5 2 10000"]);
    }

    [PostgresFact]
    public async Task Repeatables_run_in_the_order_of_their_names_after_all_migrations()
    {
        var database = await Empty();
        database.Scripts
            .With("R__c.sql", "INSERT INTO told VALUES ('c')")
            .With("R__a.sql", "INSERT INTO told VALUES ('a')")
            .With("R__b.sql", "INSERT INTO told VALUES ('b')")
            .With("V2__told.sql", "INSERT INTO told VALUES ('2')")
            .With("V1__told.sql", "CREATE TABLE told (what text)");

        (await database.Apply()).Error.ShouldBeNull();

        (await database.Query("SELECT string_agg(what, ' ' ORDER BY ctid) FROM told")).ShouldBe(["2 a b c"]);
    }

    [PostgresFact]
    public async Task Inline_copy_data_is_streamed()
    {
        var database = await Empty();
        database.Scripts.With("1_seed.sql", "CREATE TABLE seed (id int, name text);\nCOPY seed (id, name) FROM stdin;\n1\tone; 'two'\n2\t\\N\n\\.\nINSERT INTO seed VALUES (3, 'three');\n");

        var report = await database.Apply();

        report.Error.ShouldBeNull();
        (await database.Query("SELECT coalesce(name, 'null') FROM seed ORDER BY id")).ShouldBe(["one; 'two'", "null", "three"]);
    }

    [PostgresFact]
    public async Task Bad_row_in_copy_data_rolls_the_script_back()
    {
        var database = await Empty();
        database.Scripts.With("1_seed.sql", "CREATE TABLE seed (id int);\nCOPY seed FROM stdin;\n1\nsecret-value\n\\.\n");

        var report = await database.Apply();

        (report.Status, report.Error!.SqlState, report.Error.Statement).ShouldBe((ResultStatus.Failed, "22P02", 2));
        (await database.Exists("seed")).ShouldBeFalse();
    }

    [PostgresFact]
    public async Task Bodies_with_semicolons_are_one_statement()
    {
        var database = await Empty();
        database.Scripts.With("1_functions.sql", """
            CREATE FUNCTION twice(n int) RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT CASE WHEN n > 0 THEN n * 2 END; END;
            CREATE FUNCTION noop() RETURNS void LANGUAGE plpgsql AS $body$ BEGIN PERFORM 1; PERFORM 2; END $body$;
            """);

        var report = await database.Apply();

        report.Error.ShouldBeNull();
        report.Scripts.ShouldHaveSingleItem().Statements.ShouldBe(2);
    }

    private async Task<TestDatabase> Empty() => new(postgres.Server, await postgres.CreateDatabase());
}
