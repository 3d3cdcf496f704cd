using System.Text;
using System.Text.Json.Nodes;
using Drawbridge.Chaos.Scripts;
using Drawbridge.Manifests;
using Drawbridge.Tests.Shared;

namespace Drawbridge.Chaos.Tests;

/// <summary>Each of them is refused by the same process, in little memory, and the next good release is applied.</summary>
public sealed class HostileReleases(BoundedGround bounded) : IClassFixture<BoundedGround>
{
    private const int LongestResult = 100_000;

    [PostgresTheory]
    [InlineData("{},")]
    [InlineData("\"migrations/shop/20261122110400_one_of_a_million.sql\",")]
    public Task A_million_scripts(string script) => IsRefused(release => release.ToJsonString()
        .Replace("\"scripts\":[", $"\"scripts\":[{string.Concat(Enumerable.Repeat(script, 1_000_000))}", StringComparison.Ordinal), "release-unreadable");

    [PostgresTheory]
    [InlineData("key")]
    [InlineData("version")]
    [InlineData("checksum")]
    [InlineData("kind")]
    public Task A_string_of_ten_megabytes(string field) => IsRefused(release =>
    {
        release["scripts"]![0]![field] = new string('7', 10_000_000);
        return release.ToJsonString();
    }, "release-unreadable");

    [PostgresTheory]
    [InlineData("schema")]
    [InlineData("id")]
    [InlineData("database")]
    public Task A_name_of_ten_megabytes(string field) => IsRefused(release => Replaced(release, field, new string('a', 10_000_000)), "release-unreadable");

    [PostgresTheory]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    public Task Deep_nesting(string bracket) => IsRefused(_ => string.Concat(Enumerable.Repeat(bracket, 200_000)), "release-unreadable");

    [PostgresFact]
    public Task The_same_key_twice() => IsRefused(release => release.ToJsonString().Insert(1, "\"database\":\"postgres\","), "release-unreadable");

    [PostgresTheory]
    [InlineData("migrations/{0}/../postgres/1_table.sql")]
    [InlineData("migrations/postgres/1_table.sql")]
    [InlineData("migrations/{0}/./1_table.sql")]
    [InlineData("migrations/{0}//1_table.sql")]
    [InlineData("migrations/{0}/1_table\u0000.sql")]
    [InlineData("migrations/{0}/1_table\n.sql")]
    [InlineData("migrations/{0}/..\\1_table.sql")]
    [InlineData("migrаtions/{0}/1_table.sql")]
    [InlineData("/migrations/{0}/1_table.sql")]
    [InlineData("releases/{0}/1_table.sql")]
    public Task A_key_that_leads_elsewhere(string key) => IsRefused(release =>
    {
        release["scripts"]![0]!["key"] = string.Format(null, key, release["database"]);
        return release.ToJsonString();
    }, "script-key-foreign");

    [PostgresTheory]
    [InlineData("postgres")]
    [InlineData("x;Host=evil.example;Database=postgres")]
    [InlineData("x' OR ''='")]
    public Task A_database_that_its_key_does_not_name(string database) => IsRefused(release => Replaced(release, "database", database), "release-key-mismatch");

    [PostgresTheory]
    [InlineData(ReleaseMode.Apply, ResultStatus.Refused)]
    [InlineData(ReleaseMode.Undo, ResultStatus.Refused)]
    [InlineData(ReleaseMode.Plan, ResultStatus.Succeeded)]
    public async Task Whatever_a_plan_says_it_touches_nothing(ReleaseMode mode, ResultStatus answer)
    {
        await using var scene = await Scene.Begin(bounded.Ground, ScriptGenerator.Transactional(1));
        var release = scene.Compose();
        var id = ReleaseId.CreateForPlan(release.CreatedAt, release.Source.Commit, attempt: 1);
        var plan = release with { Id = id.Text, Mode = mode, Target = mode == ReleaseMode.Undo ? "0" : null };
        bounded.Ground.Aws.Put(Ground.Bucket, Scene.KeyOf(ManifestKind.Plan, plan), ReleaseJson.Write(plan));
        await scene.Settle();
        scene.ResultOf(plan)!.Status.ShouldBe(answer);
        (await scene.Ask("SELECT nspname FROM pg_namespace WHERE nspname = 'drawbridge'")).ShouldBeEmpty();
    }

    private static string Replaced(JsonObject release, string field, JsonNode? value)
    {
        release[field] = value;
        return release.ToJsonString();
    }

    private async Task IsRefused(Func<JsonObject, string> change, string code)
    {
        await using var scene = await Scene.Begin(bounded.Ground, ScriptGenerator.Transactional(1));
        var hostile = scene.Compose();
        var json = change((JsonObject)JsonNode.Parse(ReleaseJson.Write(hostile))!);
        bounded.Ground.Aws.Put(Ground.Bucket, Scene.KeyOf(ManifestKind.Release, hostile), Encoding.UTF8.GetBytes(json));
        await scene.Settle();

        var result = scene.ResultOf(hostile).ShouldNotBeNull();
        (result.Status, result.Error?.Code).ShouldBe((ResultStatus.Refused, code));
        result.Error!.Remedy.ShouldNotBeEmpty();
        ResultJson.Write(result).Length.ShouldBeLessThan(LongestResult);
        scene.Log.ShouldAllBe(line => line.Text.Length < LongestResult);
        await bounded.StillAnswers(scene, result);
    }
}
