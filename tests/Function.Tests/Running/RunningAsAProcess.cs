using System.Text.Json;
using Drawbridge.LambdaFunction.Tests.Events;
using Drawbridge.LambdaFunction.Tests.Local;
using Drawbridge.LocalAws;
using Drawbridge.LocalAws.Lambda;
using Drawbridge.Manifests;
using Drawbridge.Tests.Shared;

namespace Drawbridge.LambdaFunction.Tests.Running;

/// <summary>The built assembly, started as Lambda starts it, polling a runtime API.</summary>
public sealed class RunningAsAProcess(SharedPostgres postgres) : IClassFixture<SharedPostgres>
{
    private const string Bucket = "acme";

    [Fact]
    public async Task It_stays_up_through_events_and_releases_that_make_no_sense()
    {
        await using var aws = await Start(LocalFunction.ClosedPort);
        await aws.Settled();
        aws.Send("not JSON");
        aws.Send(SampleEvents.EventBridge("releases/nonsense.json"));
        aws.Put(Bucket, ReleaseKey(1), "not JSON either");
        aws.Put(Bucket, ReleaseKey(2), "{}");
        await aws.Settled();

        Enumerable.Range(1, 2).Select(number => ResultOf(aws, number).Error!.Code).ShouldAllBe(code => code == "release-unreadable");
        aws.Invocations.ShouldAllBe(invocation => invocation.Outcome!.Succeeded);
        aws.FunctionLog.Select(line => line.Stream).Distinct().Count().ShouldBe(1, "the process should be the same from first to last");
        aws.FunctionLog.ShouldAllBe(line => IsJsonObject(line.Text));
        ResultOf(aws, 1).Function.RequestId.ShouldBe(aws.Invocations.Single(invocation => invocation.Text.Contains(ReleaseKey(1))).RequestId);
    }

    [Fact]
    public async Task A_database_that_can_not_be_reached_is_tried_again_by_the_platform()
    {
        await using var aws = await Start(LocalFunction.ClosedPort);
        aws.Put(Bucket, ReleaseKey(1), ReleaseText("shopdb", 1));
        await aws.Settled();

        aws.Invocations.Where(invocation => invocation.Text.Contains(ReleaseKey(1)))
            .Select(invocation => ErrorType(invocation)).ShouldBe(["DrawbridgeException", "DrawbridgeException"]);
        var result = ResultOf(aws, 1);
        (result.Status, result.Attempt, result.Error!.Code).ShouldBe((ResultStatus.Unavailable, 2, "database-unreachable"));
        aws.FunctionLog.ShouldAllBe(line => !line.Text.Contains("secret-word"));
    }

    [Fact]
    public async Task Without_settings_it_stays_up_and_says_what_is_missing()
    {
        await using var aws = await Start(database: "");
        aws.Put(Bucket, ReleaseKey(1), ReleaseText("shopdb", 1));
        await aws.Settled();
        ResultOf(aws, 1).Error!.Code.ShouldBe("setting-missing");
        aws.FunctionLog.ShouldContain(line => line.RequestId == null && line.Text.Contains("setting-missing"));
    }

    [PostgresFact]
    public async Task A_release_put_into_the_bucket_is_applied_once()
    {
        var database = await postgres.CreateDatabase();
        await using var aws = await Start(postgres.Server.Url("DB_NAME"));
        aws.Put(Bucket, $"migrations/{database}/1_users.up.sql", "CREATE TABLE users (id int);");
        aws.Put(Bucket, ReleaseKey(1, database), ReleaseText(database, 1));
        await aws.Settled();
        var key = $"results/{Id(1)}/{database}.json";
        var writes = aws.Versions(Bucket, key).Count;
        aws.Send(aws.Invocations.Single(invocation => invocation.Text.Contains(ReleaseKey(1, database))).Text);
        await aws.Settled();

        var result = ResultJson.TryRead(aws.Objects(Bucket, key).Single().Content.Span)!;
        (result.Status, result.Applied, result.Attempt).ShouldBe((ResultStatus.Succeeded, 1, 1));
        aws.Versions(Bucket, key).Count.ShouldBe(writes);
        aws.Invocations.ShouldAllBe(invocation => invocation.Outcome!.Succeeded);
    }

    [PostgresFact]
    public async Task A_release_that_needs_more_than_one_invocation_goes_on_by_itself()
    {
        var database = await postgres.CreateDatabase();
        await using var aws = await Start(postgres.Server.Url("DB_NAME"), TimeSpan.FromSeconds(8));
        var scripts = Enumerable.Range(1, 4).Select(number => (Name: $"{number}_t.up.sql", Sql: $"CREATE TABLE t{number} (id int); SELECT pg_sleep(2);")).ToList();
        scripts.ForEach(script => aws.Put(Bucket, $"migrations/{database}/{script.Name}", script.Sql));
        var release = SampleReleases.Release(database, [.. scripts.Select(script => SampleReleases.Script(database, script.Name, script.Sql))]);
        aws.Put(Bucket, ReleaseKey(1, database), System.Text.Encoding.UTF8.GetString(ReleaseJson.Write(release with { Id = Id(1) })));
        await aws.Settled();

        var result = ResultJson.TryRead(aws.Objects(Bucket, $"results/{Id(1)}/").Single().Content.Span)!;
        (result.Status, result.Applied, result.To, result.Error).ShouldBe((ResultStatus.Succeeded, 4, "4", null));
        result.Attempt.ShouldBeGreaterThan(1);
        aws.Versions(Bucket, ReleaseKey(1, database)).Count.ShouldBe(result.Attempt);
        aws.Invocations.ShouldAllBe(invocation => invocation.Outcome!.Succeeded);
    }

    private static Task<LocalAwsServer> Start(string database, TimeSpan? timeout = null)
    {
        var settings = new Dictionary<string, string> { ["BUCKET"] = Bucket, ["DATABASE"] = database };
        return LocalAwsServer.Start(new LocalAwsOptions
        {
            Buckets = [Bucket],
            Function = new FunctionCommand("dotnet", ["exec", FunctionAssembly.Location], settings),
            Lambda = new LambdaSettings
            {
                Concurrency = 1,
                Timeout = timeout ?? TimeSpan.FromMinutes(15),
                RetryDelays = [TimeSpan.FromMilliseconds(50)],
                InitTimeout = TimeSpan.FromSeconds(60),
            },
        });
    }

    private static string Id(int number) => $"20261122T11040{number}Z-1a2b3c4-1";

    private static string ReleaseKey(int number, string database = "shopdb") => $"releases/{Id(number)}/{database}.json";

    private static string ReleaseText(string database, int number)
    {
        var script = SampleReleases.Script(database, "1_users.up.sql", "CREATE TABLE users (id int);");
        var release = SampleReleases.Release(database, script) with { Id = Id(number) };
        return System.Text.Encoding.UTF8.GetString(ReleaseJson.Write(release));
    }

    private static Result ResultOf(LocalAwsServer aws, int number) =>
        ResultJson.TryRead(aws.Objects(Bucket, $"results/{Id(number)}/").Single().Content.Span).ShouldNotBeNull();

    private static string? ErrorType(FunctionInvocation invocation)
    {
        using var error = JsonDocument.Parse(invocation.Outcome!.Payload);
        return error.RootElement.GetProperty("errorType").GetString();
    }

    /// <summary>An entry has a time, numbers for CloudWatch have a directive.</summary>
    private static bool IsJsonObject(string line)
    {
        using var document = JsonDocument.Parse(line);
        return document.RootElement.ValueKind == JsonValueKind.Object
            && (document.RootElement.TryGetProperty("time", out _) || document.RootElement.TryGetProperty("_aws", out _));
    }
}
