using Drawbridge.Manifests;
using Drawbridge.Tests.Shared;

namespace Drawbridge.Engine.Tests;

public sealed class RacingFirstContacts(SharedPostgres postgres) : IClassFixture<SharedPostgres>
{
    private const int Runs = 12;

    [PostgresFact]
    public async Task All_meet_one_history_and_each_script_is_applied_by_one_of_them()
    {
        var database = new TestDatabase(postgres.Server, await postgres.CreateDatabase());
        database.Scripts.With("1_a.sql", "CREATE TABLE a (id int)").With("2_i.sql", "CREATE INDEX CONCURRENTLY i ON a (id)");
        var releases = Enumerable.Range(1, Runs).Select(second => database.Scripts.Release(second)).ToList();

        var reports = await Task.WhenAll(releases.Select(release => Task.Run(() => database.Run(release))));

        reports.ShouldAllBe(report => report.Status == ResultStatus.Succeeded || report.Status == ResultStatus.Superseded);
        reports.Sum(report => report.Scripts.Count(script => script.Status == ScriptStatus.Applied)).ShouldBe(2);
        (await database.History()).ShouldBe(["1 migration 1_a.sql applied 1/1", "2 migration 2_i.sql applied 1/1"]);
        (await database.Query("SELECT count(*) FROM drawbridge.releases")).ShouldBe([$"{Runs}"]);
    }
}
