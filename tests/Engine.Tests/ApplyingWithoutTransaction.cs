using Drawbridge.Tests.Shared;
using Npgsql;

namespace Drawbridge.Engine.Tests;

public sealed class ApplyingWithoutTransaction(SharedPostgres postgres) : IClassFixture<SharedPostgres>
{
    [PostgresFact]
    public async Task Concurrent_index_is_built_outside_a_transaction()
    {
        var database = await WithTable();
        database.Scripts.With("2_index.sql", "CREATE INDEX CONCURRENTLY t_id ON t (id)");

        var report = await database.Apply();

        report.Error.ShouldBeNull();
        report.Scripts[^1].Transaction.ShouldBe(false);
        (await database.Query("SELECT indisvalid FROM pg_index WHERE indexrelid = 't_id'::regclass")).ShouldBe(["True"]);
        (await database.History())[^1].ShouldBe("2 migration 2_index.sql applied 1/1");
    }

    [PostgresFact]
    public async Task Database_is_created_by_a_script_of_the_root()
    {
        var database = await WithTable();
        var created = database.Name + "_child";
        database.Scripts.With("2_create.sql", $"CREATE DATABASE {created}");

        (await database.Apply()).Error.ShouldBeNull();

        (await database.Query($"SELECT count(*) FROM pg_database WHERE datname = '{created}'")).ShouldBe(["1"]);
        await database.Execute($"DROP DATABASE {created}");
    }

    [PostgresFact]
    public async Task Failure_says_what_stays_and_the_next_release_goes_on_behind_it()
    {
        var database = await WithTable();
        database.Scripts.With("2_steps.sql", """
            -- drawbridge: transaction=off
            INSERT INTO t VALUES (1);
            INSERT INTO later VALUES (2);
            CREATE INDEX CONCURRENTLY t_id ON t (id);
            """);

        var failed = await database.Apply();
        failed.Error!.Message.ShouldContain("the statement before it stays.");
        (failed.Error.Statement, failed.Error.Line).ShouldBe((2, 3));
        (await database.History())[^1].ShouldBe("2 migration 2_steps.sql started 1/3");
        await database.Execute("CREATE TABLE later (id int)");
        var report = await database.Apply();

        report.Error.ShouldBeNull();
        (await database.Query("SELECT count(*) FROM t")).ShouldBe(["1"]);
        (await database.Query("SELECT count(*) FROM later")).ShouldBe(["1"]);
        (await database.History())[^1].ShouldBe("2 migration 2_steps.sql applied 3/3");
    }

    [PostgresFact]
    public async Task Block_that_committed_before_it_failed_is_never_run_again()
    {
        var database = await WithTable();
        database.Scripts.With("2_block.sql", """
            -- drawbridge: transaction=off
            DO $$ BEGIN INSERT INTO t VALUES (1); COMMIT; RAISE EXCEPTION 'late'; END $$
            """);

        (await database.Apply()).Error!.Code.ShouldBe("statement-unresolved");
        (await database.Apply()).Error!.Code.ShouldBe("interrupted-script");

        (await database.Query("SELECT count(*) FROM t")).ShouldBe(["1"]);
    }

    [PostgresFact]
    public async Task Block_that_does_not_commit_leaves_nothing_when_it_fails_and_may_be_corrected()
    {
        var database = await WithTable();
        database.Scripts.With("2_block.sql", "-- drawbridge: transaction=off\nDO $$ BEGIN INSERT INTO t VALUES (1); RAISE EXCEPTION 'late'; END $$");
        (await database.Apply()).Error!.Code.ShouldBe("statement-failed");
        database.Scripts.With("2_block.sql", "-- drawbridge: transaction=off\nDO $$ BEGIN INSERT INTO t VALUES (1); COMMIT; END $$");

        (await database.Apply()).Error.ShouldBeNull();

        (await database.Query("SELECT count(*) FROM t")).ShouldBe(["1"]);
    }

    [PostgresFact]
    public async Task Statement_that_took_effect_but_could_not_be_recorded_is_never_run_again()
    {
        var database = await WithTable();
        database.Scripts.With("2_block.sql", """
            -- drawbridge: transaction=off
            DO $$ BEGIN INSERT INTO t VALUES (1); COMMIT; PERFORM set_config('default_transaction_read_only', 'on', false); END $$
            """);

        (await database.Apply()).Error!.Code.ShouldBe("statement-unresolved");
        (await database.Apply()).Error!.Code.ShouldBe("interrupted-script");

        (await database.Query("SELECT count(*) FROM t")).ShouldBe(["1"]);
    }

    [PostgresFact]
    public async Task Statement_that_committed_and_gave_the_lock_away_does_not_count_as_done()
    {
        var database = await WithTable();
        database.Scripts.With("2_block.sql", """
            -- drawbridge: transaction=off
            DO $$ BEGIN INSERT INTO t VALUES (1); COMMIT; EXECUTE 'SELECT pg_advisory_' || 'unlock_all()'; END $$
            """);

        var error = (await database.Apply()).Error!;

        (error.Code, error.Message.Contains("gave the migration lock away", StringComparison.Ordinal)).ShouldBe(("statement-unresolved", true));
        (await database.Apply()).Error!.Code.ShouldBe("interrupted-script");
    }

    [PostgresFact]
    public async Task Invalid_index_of_somebody_else_does_not_pass_for_a_built_one()
    {
        var database = await WithTable();
        (await database.Apply()).Error.ShouldBeNull();
        const string Build = "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS \"T's id\" ON t (id)";
        await database.Execute("INSERT INTO t VALUES (1), (1)");
        await Should.ThrowAsync<PostgresException>(() => database.Execute(Build));
        await database.Execute("TRUNCATE t");
        database.Scripts.With("3_index.sql", Build);

        var first = await database.Apply();
        (first.Error!.Code, first.Error.Statement, first.Error.Line).ShouldBe(("invalid-index", 1, 1));

        database.Scripts.With("3_index.sql", "DROP INDEX CONCURRENTLY IF EXISTS \"T's id\";\n" + Build);
        (await database.Apply()).Error.ShouldBeNull();
        (await database.Query("SELECT indisvalid FROM pg_index WHERE indexrelid = '\"T''s id\"'::regclass")).ShouldBe(["True"]);
    }

    /// <summary>pg_dump begins its scripts like this.</summary>
    [PostgresFact]
    public async Task Invalid_index_does_not_pass_for_a_built_one_where_notices_are_silenced()
    {
        var database = await WithInvalidIndex("t_id");
        database.Scripts.With("2_index.sql", "SET client_min_messages = error;\nCREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS t_id ON t (id)");

        var report = await database.Apply();

        (report.Error!.Code, report.Error.Statement, report.Error.Line).ShouldBe(("invalid-index", 2, 2));
        report.Error.Message.ShouldContain("'t_id'");
    }

    [PostgresFact]
    public async Task Invalid_index_of_another_table_whose_name_is_part_of_a_built_ones_does_not_matter()
    {
        var database = await WithInvalidIndex("t_id");
        await database.Execute("CREATE TABLE built (id int)", "CREATE INDEX built_t_id ON built (id)");
        database.Scripts.With("2_index.sql", "CREATE INDEX CONCURRENTLY IF NOT EXISTS built_t_id ON built (id)");

        (await database.Apply()).Error.ShouldBeNull();
    }

    [PostgresTheory]
    [InlineData("DO $$ BEGIN EXECUTE 'CREATE INDEX CONCURRENTLY t_id ON t (id)'; END $$")]
    [InlineData("SELECT build()")]
    [InlineData("CALL build_all()")]
    public async Task What_code_may_not_do_is_not_tried_again_without_a_transaction(string sql)
    {
        var database = await WithTable();
        const string Body = "LANGUAGE plpgsql AS $$ BEGIN EXECUTE 'CREATE INDEX CONCURRENTLY t_id ON t (id)'; END $$";
        database.Scripts
            .With("2_code.sql", $"CREATE FUNCTION build() RETURNS void {Body}; CREATE PROCEDURE build_all() {Body};")
            .With("3_build.sql", sql);

        var report = await database.Apply();

        (report.Error!.Code, report.Error.SqlState, report.Scripts[^1].Transaction).ShouldBe(("statement-failed", "25001", true));
        (await database.History()).Count.ShouldBe(2);
        database.Scripts.With("3_build.sql", "CREATE INDEX CONCURRENTLY t_id ON t (id)");
        (await database.Apply()).Error.ShouldBeNull();
    }

    [PostgresFact]
    public async Task Script_of_which_nothing_took_effect_may_be_corrected_to_need_no_exception()
    {
        var database = await WithTable();
        database.Scripts.With("2_index.sql", "CREATE INDEX CONCURRENTLY t_id ON missing (id)");
        (await database.Apply()).Error!.Code.ShouldBe("statement-failed");
        database.Scripts.Without("2_index.sql").With("2_plain_index.sql", "CREATE INDEX t_id ON t (id)");

        (await database.Apply()).Error.ShouldBeNull();

        (await database.History())[^1].ShouldBe("2 migration 2_plain_index.sql applied 1/1");
        (await database.Query("SELECT finished_at IS NOT NULL AND duration_ms < 60000 FROM drawbridge.history WHERE version = '2'")).ShouldBe(["True"]);
    }

    [PostgresFact]
    public async Task Script_of_which_a_part_took_effect_goes_on_with_its_first_content_only()
    {
        var database = await WithTable();
        const string First = "-- drawbridge: transaction=off\nINSERT INTO t VALUES (1);\nINSERT INTO later VALUES (2);";
        database.Scripts.With("2_steps.sql", First);
        var remedy = (await database.Apply()).Error!.Remedy;
        remedy.ShouldContain("Leave the file as it is");
        remedy.ShouldContain("mark it in 'drawbridge.yml' to 'run-again'");

        database.Scripts.With("2_steps.sql", First.Replace("later", "t", StringComparison.Ordinal));
        var changed = (await database.Apply()).Error!;
        (changed.Code, changed.Script).ShouldBe(("interrupted-script", $"migrations/{database.Name}/2_steps.sql"));
        changed.Remedy.ShouldContain("Give the file back");

        await database.Execute("CREATE TABLE later (id int)");
        database.Scripts.With("2_steps.sql", First);
        (await database.Apply()).Error.ShouldBeNull();
        (await database.Query("SELECT count(*) FROM t")).ShouldBe(["1"]);
    }

    [PostgresFact]
    public async Task Statement_that_only_the_catalog_shows_to_be_alone_is_run_again_without()
    {
        var database = await WithTable();
        database.Scripts
            .With("2_parts.sql", "CREATE TABLE parts (id int) PARTITION BY RANGE (id); CREATE INDEX parts_id ON parts (id)")
            .With("3_reindex.sql", "REINDEX INDEX parts_id");

        var report = await database.Apply();

        report.Error.ShouldBeNull();
        report.Scripts[^1].Transaction.ShouldBe(false);
    }

    private async Task<TestDatabase> WithInvalidIndex(string name)
    {
        var database = await WithTable();
        (await database.Apply()).Error.ShouldBeNull();
        await database.Execute("INSERT INTO t VALUES (1), (1)");
        await Should.ThrowAsync<PostgresException>(() => database.Execute($"CREATE UNIQUE INDEX CONCURRENTLY {name} ON t (id)"));
        await database.Execute("TRUNCATE t");
        return database;
    }

    private async Task<TestDatabase> WithTable()
    {
        var database = new TestDatabase(postgres.Server, await postgres.CreateDatabase());
        database.Scripts.With("1_table.sql", "CREATE TABLE t (id int)");
        return database;
    }
}
