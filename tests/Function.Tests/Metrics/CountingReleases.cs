using System.Text.Json.Nodes;
using Drawbridge.LambdaFunction.Tests.Local;
using Drawbridge.Manifests;
using Drawbridge.Tests.Shared;

namespace Drawbridge.LambdaFunction.Tests.Metrics;

public sealed class CountingReleases(SharedPostgres postgres) : IClassFixture<SharedPostgres>
{
    [PostgresFact]
    public async Task A_failed_release_is_counted_once_however_often_its_event_comes()
    {
        await using var function = await LocalFunction.Start(postgres.Server.Url("DB_NAME"));
        var release = Release(function, await postgres.CreateDatabase(), "CREATE TABLE users (id int);", "SELECT 1 / 0;");

        await function.Deliver(release);
        await function.Deliver(release);

        var line = Lines(function).ShouldHaveSingleItem();
        ((string?)line["FunctionName"], (string?)line["Database"]).ShouldBe(("drawbridge-test", release.Database));
        Counts(line).ShouldBe([1, 1, 0, 0]);
        ((long?)line["DurationMs"]).ShouldNotBeNull().ShouldBeGreaterThan(0);
        ((long?)line["LockWaitMs"]).ShouldNotBeNull().ShouldBeLessThanOrEqualTo((long)line["DurationMs"]!);
    }

    [Fact]
    public async Task A_release_that_nobody_could_answer_is_counted_as_unavailable()
    {
        await using var function = await LocalFunction.Start();
        await Should.ThrowAsync<DrawbridgeException>(function.Deliver(Release(function, "shopdb", "SELECT 1;")));
        Counts(Lines(function).ShouldHaveSingleItem()).ShouldBe([0, 0, 0, 1]);
    }

    [PostgresFact]
    public async Task A_plan_is_not_counted()
    {
        await using var function = await LocalFunction.Start(postgres.Server.Url("DB_NAME"));
        await function.Plan(Release(function, await postgres.CreateDatabase(), "SELECT 1;"));
        Lines(function).ShouldBeEmpty();
    }

    private static IEnumerable<JsonNode> Lines(LocalFunction function) => function.Log
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => JsonNode.Parse(line)!)
        .Where(line => line["_aws"] is not null);

    private static long[] Counts(JsonNode line) =>
        [.. new[] { "Applied", "Failed", "Refused", "Unavailable" }.Select(name => (long)line[name]!)];

    private static Release Release(LocalFunction function, string database, params string[] scripts)
    {
        var named = scripts.Select((sql, at) => (Name: $"{at + 1}_step.up.sql", Sql: sql)).ToList();
        named.ForEach(script => function.Put($"migrations/{database}/{script.Name}", script.Sql));
        return SampleReleases.Release(database, [.. named.Select(script => SampleReleases.Script(database, script.Name, script.Sql))]);
    }
}
