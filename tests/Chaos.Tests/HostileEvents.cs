using Drawbridge.Chaos.Scripts;
using Drawbridge.Tests.Shared;

namespace Drawbridge.Chaos.Tests;

/// <summary>What is no release of this bucket is logged and ignored: an event that fails would only come back.</summary>
public sealed class HostileEvents(BoundedGround bounded) : IClassFixture<BoundedGround>
{
    [PostgresTheory]
    [InlineData("""{"Records":[{"EventSource":"aws:sns","Sns":{"Type":"Notification","Message":"Dear customer, your bill is ready."}}]}""", "not JSON")]
    [InlineData("""{"Records":[{"EventSource":"aws:sns","Sns":{"Type":"Notification","Message":"{\"AlarmName\":\"disk\"}"}}]}""", "unknown shape")]
    [InlineData("""{"Records":[{"eventSource":"aws:s3","eventName":"ObjectRemoved:Delete","s3":{}}]}""", "ObjectRemoved:Delete")]
    [InlineData("""{"Records":[{"eventSource":"aws:kinesis","kinesis":{"data":"SGVsbG8="}}]}""", "aws:kinesis")]
    [InlineData("[[[[[[]]]]]]", "unknown shape")]
    [InlineData("\"plain\"", "unknown shape")]
    [InlineData("null", "unknown shape")]
    [InlineData("", "not JSON")]
    public Task That_announce_nothing(string json, string word) => IsIgnored(() => bounded.Ground.Aws.Send(json), word);

    [PostgresFact]
    public Task That_are_nested_deeply() => IsIgnored(() => bounded.Ground.Aws.Send(new string('[', 100_000)), "not JSON");

    [PostgresFact]
    public Task Of_a_bucket_that_is_not_ours() => IsIgnored(
        () => bounded.Ground.Aws.Put(Ground.OtherBucket, "releases/20261122T110400Z-1a2b3c4-1/postgres.json", "{}"), $"'{Ground.OtherBucket}'");

    [PostgresTheory]
    [InlineData("releases/20261122T110400Z-1a2b3c4-1/x;Host=evil.example.json")]
    [InlineData("releases/20261122T110400Z-1a2b3c4-1/x' OR 1=1.json")]
    [InlineData("releases/20261122T110400Z-1a2b3c4-1/../../postgres.json")]
    [InlineData("releases/20261122T110400Z-1a2b3c4-1/роstgres.json")]
    [InlineData("releases/../releases/postgres.json")]
    [InlineData("releases/tomorrow/postgres.json")]
    [InlineData("releases/20261122T110400Z-1a2b3c4-1/a\nb.json")]
    public Task Of_a_key_that_names_no_database(string key) => IsIgnored(() => bounded.Ground.Aws.Put(Ground.Bucket, key, "{}"), "no release");

    private async Task IsIgnored(Action send, string word)
    {
        await using var scene = await Scene.Begin(bounded.Ground, ScriptGenerator.Transactional(1));
        var results = bounded.Ground.Aws.Objects(Ground.Bucket, "results/").Count;
        send();
        await scene.Settle();
        scene.Log.ShouldContain(line => line.Text.Contains("Ignored") && line.Text.Contains(word));
        bounded.Ground.Aws.Objects(Ground.Bucket, "results/").Count.ShouldBe(results);
        await bounded.StillAnswers(scene, null);
    }
}
