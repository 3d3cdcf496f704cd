using System.Text.Json.Nodes;
using Drawbridge.LambdaFunction.Tests.Local;
using Drawbridge.Manifests;

namespace Drawbridge.LambdaFunction.Tests.Releases;

/// <summary>The database setting leads nowhere: a run that tried to connect would say <c>unavailable</c>, not <c>refused</c>.</summary>
public sealed class RefusingBadReleases
{
    public static TheoryData<string, string> Texts => new()
    {
        { "", "release-unreadable" },
        { "create table users ();", "release-unreadable" },
        { "null", "release-unreadable" },
        { "[]", "release-unreadable" },
        { "{}", "release-unreadable" },
        { "{\"schema\":\"drawbridge/release/1\"}", "release-unreadable" },
        { new string('[', 5000), "release-unreadable" },
        { "{\"schema\":\"\\ud800\"}", "release-unreadable" },
        { "{\"\\ud800\":1,\"schema\":\"drawbridge/release/1\",\"id\":\"\\ud800\"}", "release-unreadable" },
    };

    public static TheoryData<string, string, string> Changes => new()
    {
        { "schema", "drawbridge/release/2", "release-schema-unknown" },
        { "id", "20261122T110400Z-1a2b3c4-2", "release-key-mismatch" },
        { "database", "otherdb", "release-key-mismatch" },
        { "mode", "drop", "release-unreadable" },
        { "mode", "plan", "mode-not-allowed" },
        { "mode", "undo", "release-unreadable" },
        { "target", "1", "release-unreadable" },
        { "scripts", "all", "release-unreadable" },
        { "scripts[0].key", "migrations/shopdb/../otherdb/1_users.up.sql", "script-key-foreign" },
        { "scripts[0].key", "/etc/passwd", "script-key-foreign" },
        { "scripts[0].key", "migrations/otherdb/1_users.up.sql", "script-key-foreign" },
        { "scripts[0].key", "results/20261122T110400Z-1a2b3c4-1/shopdb.json", "script-key-foreign" },
        { "scripts[0].sha256", "1234", "release-unreadable" },
        { "scripts[0].description", "a\0b", "release-unreadable" },
        { "scripts[0].s3VersionId", "a\0b", "release-unreadable" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Text_that_is_no_release_is_refused(string text, string code)
    {
        await using var function = await LocalFunction.Start();
        ShouldBeRefused(await function.Deliver("shopdb", text), code);
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_release_with_one_thing_wrong_is_refused(string path, string value, string code)
    {
        await using var function = await LocalFunction.Start();
        ShouldBeRefused(await function.Deliver("shopdb", Changed(path, value)), code);
    }

    [Fact]
    public async Task A_release_that_is_gone_is_refused()
    {
        await using var function = await LocalFunction.Start();
        await function.Invoke($"releases/{SampleReleases.Id}/shopdb.json");
        ShouldBeRefused(function.ResultOf("shopdb"), "release-missing");
    }

    [Theory]
    [InlineData(20, "future-release")]
    [InlineData(10, "database-unreachable")]
    public async Task A_release_from_the_future_is_refused_when_no_clock_can_be_so_wrong(int minutes, string code)
    {
        await using var function = await LocalFunction.Start();
        var id = ReleaseId.Create(TimeProvider.System.GetUtcNow().AddMinutes(minutes), "1a2b3c4", attempt: 1);
        var key = $"releases/{id}/shopdb.json";
        function.Put(key, Good().Replace(SampleReleases.Id, id.Text, StringComparison.Ordinal));
        _ = await Record.ExceptionAsync(() => function.Invoke(key));
        function.Result($"results/{id}/shopdb.json")!.Error!.Code.ShouldBe(code);
    }

    [Fact]
    public async Task A_plan_is_refused_when_its_text_is_a_release()
    {
        await using var function = await LocalFunction.Start();
        var key = $"plans/{SampleReleases.PlanId}/shopdb.json";
        function.Put(key, Good().Replace(SampleReleases.Id, SampleReleases.PlanId, StringComparison.Ordinal));
        await function.Invoke(key);
        var result = function.PlanOf("shopdb")!;
        (result.Status, result.Error!.Code, result.Mode).ShouldBe((ResultStatus.Refused, "mode-not-allowed", ReleaseMode.Plan));
    }

    [Fact]
    public async Task Without_the_database_setting_every_release_is_refused_by_name()
    {
        await using var function = await LocalFunction.Start(database: "");
        var result = await function.Deliver("shopdb", Good());
        ShouldBeRefused(result, "setting-missing");
        result!.Error!.Message.ShouldContain("'DATABASE'");
    }

    [Theory]
    [InlineData("results/20261122T110400Z-1a2b3c4-1/shopdb.json")]
    [InlineData("migrations/shopdb/1_users.up.sql")]
    [InlineData("releases/20261122T110400Z-1a2b3c4-1/shop;db.json")]
    [InlineData("releases/../shopdb.json")]
    [InlineData("plans/20261122T110400Z-1a2b3c4-1/shopdb.json")]
    [InlineData("releases/20261122T110400Z-plan1a2-1/shopdb.json")]
    [InlineData("elsewhere/releases/20261122T110400Z-1a2b3c4-1/shopdb.json")]
    public async Task An_object_that_is_no_release_is_left_alone(string key)
    {
        await using var function = await LocalFunction.Start();
        function.Put(key, Good());
        await function.Invoke(key);
        function.Log.ShouldContain("which is no release");
        function.Writes($"results/{SampleReleases.Id}/shopdb.json").ShouldBe(key.StartsWith("results/", StringComparison.Ordinal) ? 1 : 0);
    }

    [Fact]
    public async Task An_object_of_another_bucket_is_left_alone()
    {
        await using var function = await LocalFunction.Start(settings: ("BUCKET", "another"));
        (await function.Deliver("shopdb", Good())).ShouldBeNull();
        function.Log.ShouldContain("Ignored an object of bucket 'acme'");
    }

    [Fact]
    public async Task The_prefix_is_part_of_every_key()
    {
        await using var function = await LocalFunction.Start(settings: ("PREFIX", "shop"));
        var key = $"shop/releases/{SampleReleases.Id}/shopdb.json";
        function.Put(key, "{}");
        await function.Invoke(key);
        ShouldBeRefused(function.Result($"shop/results/{SampleReleases.Id}/shopdb.json"), "release-unreadable");
    }

    private static void ShouldBeRefused(Result? result, string code)
    {
        result.ShouldNotBeNull();
        result.Status.ShouldBe(ResultStatus.Refused);
        var error = result.Error.ShouldNotBeNull();
        error.Code.ShouldBe(code);
        error.Remedy.ShouldNotBeEmpty();
        (result.Id, result.Database, result.Attempt, result.Applied).ShouldBe((SampleReleases.Id, "shopdb", 1, 0));
        result.Function.Version.ShouldMatch(@"^\d+\.\d+\.\d+.* \((stand-ins|published packages)\)$");
    }

    private static string Good() =>
        System.Text.Encoding.UTF8.GetString(ReleaseJson.Write(SampleReleases.Release(
            "shopdb", SampleReleases.Script("shopdb", "1_users.up.sql", "CREATE TABLE users (id int);"))));

    private static string Changed(string path, string value)
    {
        var json = JsonNode.Parse(Good())!;
        if (path.Split("[0].") is [var list, var field])
        {
            json[list]![0]![field] = value;
        }
        else
        {
            json[path] = value;
        }

        return json.ToJsonString();
    }
}
