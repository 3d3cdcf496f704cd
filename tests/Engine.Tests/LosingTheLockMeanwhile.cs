using Drawbridge.Manifests;
using Drawbridge.Tests.Shared;

namespace Drawbridge.Engine.Tests;

/// <summary>Between a lost answer and the new connection somebody else may have had the lock, and gone further or back.</summary>
public sealed class LosingTheLockMeanwhile(SharedPostgres postgres) : IClassFixture<SharedPostgres>
{
    private const string Table = "CREATE TABLE runs (id int GENERATED ALWAYS AS IDENTITY, step text);";

    [PostgresFact]
    public async Task An_older_repeatable_is_not_brought_back_after_a_newer_release()
    {
        var database = await Empty();
        database.Scripts.With("1_a.sql", Table).With("R__v.sql", "INSERT INTO runs (step) VALUES ('old')");
        var older = database.Scripts.Release(1);
        var newer = new ScriptsInMemory(database.Name)
            .With("1_a.sql", Table)
            .With("2_b.sql", "INSERT INTO runs (step) VALUES ('2')")
            .With("R__v.sql", "INSERT INTO runs (step) VALUES ('new')");

        var report = await Run(database, older, "1_a.sql", () => Run(database, newer, newer.Release(2)));

        (report.Status, report.Error!.Code).ShouldBe((ResultStatus.Unavailable, "database-connection-lost"));
        (await database.Run(older)).Status.ShouldBe(ResultStatus.Superseded);
        await Ran(database, "2", "new");
    }

    [PostgresFact]
    public async Task The_twin_of_a_release_does_not_have_its_scripts_repeated()
    {
        var database = await Empty();
        database.Scripts.With("1_a.sql", Table).With("R__v.sql", "INSERT INTO runs (step) VALUES ('R')");
        var release = database.Scripts.Release(1);

        var report = await Run(database, release, "1_a.sql", () => database.Run(release));

        report.Status.ShouldBe(ResultStatus.Unavailable);
        (await database.Run(release)).Status.ShouldBe(ResultStatus.Succeeded);
        await Ran(database, "R");
    }

    [PostgresFact]
    public async Task The_twin_that_died_before_its_end_does_not_have_its_scripts_repeated()
    {
        var database = await Empty();
        database.Scripts.With("1_a.sql", Table).With("R__v.sql", "INSERT INTO runs (step) VALUES ('R')");
        var release = database.Scripts.Release(1);

        var report = await Run(database, release, "1_a.sql", async () =>
        {
            await database.Run(release);
            await database.Execute("DELETE FROM drawbridge.releases");
        });

        report.Status.ShouldBe(ResultStatus.Unavailable);
        (await database.Run(release)).Error.ShouldBeNull();
        await Ran(database, "R");
    }

    [PostgresFact]
    public async Task A_run_does_not_go_on_above_what_somebody_took_back()
    {
        var database = await Empty();
        database.Scripts.With("1_a.sql", Table).With("1_a.down.sql", "SELECT 1").With("2_b.sql", "INSERT INTO runs (step) VALUES ('2')");
        (await database.Apply()).Error.ShouldBeNull();
        database.Scripts.With("3_c.sql", "INSERT INTO runs (step) VALUES ('3')").With("4_d.sql", "INSERT INTO runs (step) VALUES ('4')");

        var report = await Run(
            database,
            database.Scripts.Release(5),
            "3_c.sql",
            () => database.Execute("UPDATE drawbridge.history SET state = 'undone' WHERE version = '2'"));

        report.Status.ShouldBe(ResultStatus.Unavailable);
        await Ran(database, "2", "3");
    }

    [PostgresFact]
    public async Task A_run_that_never_had_the_lock_records_nothing()
    {
        var database = await Empty();
        database.Scripts.With("1_a.sql", "SELECT pg_sleep(30)");
        var first = database.Run(database.Scripts.Release(1));
        await database.Until("SELECT count(*)::text FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'", "1");
        using var stop = new CancellationTokenSource();
        var waits = new Progress<RunReport>(report =>
        {
            if (report.WaitingFor is not null)
            {
                stop.Cancel();
            }
        });

        var second = await database.Run(database.Scripts.Release(2), waits, stop.Token);

        second.Status.ShouldBe(ResultStatus.Failed);
        (await database.Query("SELECT id FROM drawbridge.releases")).ShouldBeEmpty();
        await database.EndRuns();
        await first;
    }

    [PostgresFact]
    public async Task Uploads_and_releases_supersede_each_other_by_their_time()
    {
        var database = await Empty();
        database.Scripts.With("1_a.sql", Table);
        var release = database.Scripts.Release(10);
        var upload = ReleaseId.CreateForUpload(release.CreatedAt, "6f1c").Text;
        (await database.Run(release with { Id = upload })).Error.ShouldBeNull();

        (await database.Run(database.Scripts.Release(9))).Status.ShouldBe(ResultStatus.Superseded);
        (await database.Run(database.Scripts.Release(11))).Status.ShouldBe(ResultStatus.Succeeded);
        (await database.Run(release with { Id = ReleaseId.CreateForUpload(release.CreatedAt, "7a").Text })).Status.ShouldBe(ResultStatus.Superseded);
    }

    private static Task<RunReport> Run(TestDatabase database, ScriptsInMemory scripts, Release release) =>
        new MigrationRun(database.Server, scripts, TimeProvider.System).Run(release, new Reports(), CancellationToken.None);

    private static Task<RunReport> Run(TestDatabase database, Release release, string cutAt, Func<Task> meanwhile) =>
        new MigrationRun(new CutServer(database.Server, cutAt, meanwhile), database.Scripts, TimeProvider.System)
            .Run(release, new Reports(), CancellationToken.None);

    private static async Task Ran(TestDatabase database, params string[] steps) =>
        (await database.Query("SELECT step FROM runs ORDER BY id")).ShouldBe(steps);

    private async Task<TestDatabase> Empty() => new(postgres.Server, await postgres.CreateDatabase());
}
