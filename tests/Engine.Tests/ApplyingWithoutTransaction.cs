using Drawbridge.Manifests;
using Drawbridge.Tests.Shared;

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
        failed.Error!.Message.ShouldContain("the 1 statements before it stay");
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
    public async Task Script_whose_run_died_is_refused_because_nobody_knows_what_it_did()
    {
        var database = await WithTable();
        database.Scripts.With("2_index.sql", "CREATE INDEX CONCURRENTLY t_id ON t (id)");
        await database.Apply();
        await database.Execute("UPDATE drawbridge.history SET state = 'started', statements_done = 0, finished_at = NULL WHERE version = '2'");

        var report = await database.Apply();

        (report.Status, report.Error!.Code).ShouldBe((ResultStatus.Refused, "interrupted-script"));
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

    private async Task<TestDatabase> WithTable()
    {
        var database = new TestDatabase(postgres.Server, await postgres.CreateDatabase());
        database.Scripts.With("1_table.sql", "CREATE TABLE t (id int)");
        return database;
    }
}
