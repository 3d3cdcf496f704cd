using System.Text;
using System.Text.Json.Nodes;
using Drawbridge.Manifests;

namespace Drawbridge.Tests.Manifests;

public sealed class ReadingReleases
{
    [Fact]
    public void A_release_is_read_as_it_was_written()
    {
        ReleaseReader.TryRead(Example.Key, ReleaseJson.Write(Example.Release), out var release, out var problem).ShouldBeTrue();
        problem.ShouldBeNull();
        ReleaseJson.Write(release!).ShouldBe(ReleaseJson.Write(Example.Release));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("42")]
    [InlineData("\"drawbridge/release/1\"")]
    [InlineData("{}")]
    [InlineData("{} {}")]
    [InlineData("""{"schema":"\ud800"}""")]
    [InlineData("""{"\udc00":1}""")]
    [InlineData("\uFEFF{}")]
    public void Bytes_that_are_no_release_are_unreadable(string json) => Code(json).ShouldBe("release-unreadable");

    [Fact]
    public void Deep_json_is_unreadable_and_not_a_crash() =>
        Code(new string('[', 100_000)).ShouldBe("release-unreadable");

    [Fact]
    public void A_property_given_twice_is_unreadable()
    {
        var json = Encoding.UTF8.GetString(ReleaseJson.Write(Example.Release));
        Code(json.Insert(1, "\"database\": \"postgres\",")).ShouldBe("release-unreadable");
        Code(json.Insert(1, "\"schema\": \"drawbridge/release/1\",")).ShouldBe("release-unreadable");
    }

    [Theory]
    [InlineData("id")]
    [InlineData("database")]
    [InlineData("mode")]
    [InlineData("createdAt")]
    [InlineData("source")]
    [InlineData("source.repository")]
    [InlineData("source.commit")]
    [InlineData("source.ref")]
    [InlineData("options")]
    [InlineData("options.order")]
    [InlineData("options.lockWaitSeconds")]
    [InlineData("scripts")]
    [InlineData("scripts.0")]
    [InlineData("scripts.0.key")]
    [InlineData("scripts.0.kind")]
    [InlineData("scripts.0.version")]
    [InlineData("scripts.0.description")]
    [InlineData("scripts.0.checksum")]
    [InlineData("scripts.0.sha256")]
    [InlineData("scripts.0.size")]
    public void A_field_that_is_null_is_unreadable(string path) => CodeWith(path, "null").ShouldBe("release-unreadable");

    [Theory]
    [InlineData("schema")]
    [InlineData("id")]
    [InlineData("mode")]
    [InlineData("source")]
    [InlineData("options.order")]
    [InlineData("scripts")]
    [InlineData("scripts.0.sha256")]
    [InlineData("scripts.0.s3VersionId")]
    public void A_field_that_is_missing_is_unreadable(string path)
    {
        var json = Json();
        var (parent, name) = Find(json, path);
        parent.AsObject().Remove(name).ShouldBeTrue();
        Code(json.ToJsonString()).ShouldBe("release-unreadable");
    }

    [Theory]
    [InlineData("mode", "0")]
    [InlineData("mode", "\"destroy\"")]
    [InlineData("mode", "\"apply\"")]
    [InlineData("target", "null")]
    [InlineData("target", "\"01\"")]
    [InlineData("target", "\"latest\"")]
    [InlineData("target", "1")]
    [InlineData("marks", "{}")]
    [InlineData("marks", "[null]")]
    [InlineData("marks.0.key", "\"migrations/projectdb/2_other.up.sql\"")]
    [InlineData("marks.0.as", "\"undone\"")]
    [InlineData("marks.0.as", "0")]
    [InlineData("marks.0.reason", "\" \"")]
    [InlineData("marks.0.reason", "\"a\\nb\"")]
    [InlineData("marks.0.reason", "null")]
    [InlineData("options.order", "1")]
    [InlineData("options.lockWaitSeconds", "-1")]
    [InlineData("options.lockWaitSeconds", "901")]
    [InlineData("options.lockWaitSeconds", "1e99")]
    [InlineData("options.lockWaitSeconds", "\"300\"")]
    [InlineData("createdAt", "\"yesterday\"")]
    [InlineData("scripts", "{}")]
    [InlineData("scripts.0.kind", "2")]
    [InlineData("scripts.0.version", "\"01\"")]
    [InlineData("scripts.0.version", "\"1; DROP\"")]
    [InlineData("scripts.0.size", "0")]
    [InlineData("scripts.0.size", "16777217")]
    [InlineData("scripts.0.sha256", "\"abc\"")]
    [InlineData("scripts.0.checksum", "\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"")]
    [InlineData("scripts.1.version", "\"1\"")]
    [InlineData("scripts.1.key", "\"migrations/projectdb/1_create_users.up.sql\"")]
    public void A_field_that_can_not_be_is_unreadable(string path, string value) => CodeWith(path, value).ShouldBe("release-unreadable");

    [Fact]
    public void A_script_marked_twice_is_unreadable()
    {
        var mark = Example.Release.Marks![0];
        var twice = Example.Release with { Marks = [mark, mark with { As = MarkedAs.Done }] };
        Code(Encoding.UTF8.GetString(ReleaseJson.Write(twice))).ShouldBe("release-unreadable");
    }

    [Theory]
    [InlineData("marks.0.reason", 501)]
    [InlineData("schema", 7000)]
    [InlineData("id", 7000)]
    [InlineData("source.ref", 7000)]
    [InlineData("scripts.0.key", 7000)]
    [InlineData("scripts.0.version", 256)]
    public void A_text_longer_than_any_name_is_unreadable(string path, int length) =>
        CodeWith(path, $"\"{new string('7', length)}\"").ShouldBe("release-unreadable");

    [Theory]
    [InlineData("\"drawbridge/release/2\"", "release-schema-unknown")]
    [InlineData("\"\"", "release-schema-unknown")]
    [InlineData("\"Drawbridge/release/1\"", "release-schema-unknown")]
    [InlineData("1", "release-unreadable")]
    public void An_unknown_schema_is_named_before_anything_else(string schema, string code) => CodeWith("schema", schema).ShouldBe(code);

    [Theory]
    [InlineData("id", "\"20261122T110400Z-1a2b3c4-2\"", "release-key-mismatch")]
    [InlineData("database", "\"postgres\"", "release-key-mismatch")]
    [InlineData("scripts.0.key", "\"migrations/otherdb/1_a.sql\"", "script-key-foreign")]
    [InlineData("scripts.0.key", "\"migrations/projectdb/../otherdb/1_a.sql\"", "script-key-foreign")]
    [InlineData("scripts.0.key", "\"/etc/passwd\"", "script-key-foreign")]
    [InlineData("scripts.0.key", "\"\"", "script-key-foreign")]
    public void What_the_key_does_not_say_too_is_not_believed(string path, string value, string code) => CodeWith(path, value).ShouldBe(code);

    [Theory]
    [InlineData(ManifestKind.Release, ReleaseMode.Plan, false)]
    [InlineData(ManifestKind.Release, ReleaseMode.Apply, true)]
    [InlineData(ManifestKind.Plan, ReleaseMode.Plan, true)]
    [InlineData(ManifestKind.Plan, ReleaseMode.Apply, false)]
    public void The_prefix_grants_the_right_and_never_the_json(ManifestKind kind, ReleaseMode mode, bool mayDoSo)
    {
        var json = ReleaseJson.Write(Example.Release with { Mode = mode, Target = null });
        ReleaseReader.TryRead(Example.Key with { Kind = kind }, json, out _, out var problem).ShouldBe(mayDoSo);
        problem?.Code.ShouldBe("mode-not-allowed");
    }

    [Fact]
    public void A_version_given_twice_is_unreadable()
    {
        var twice = Example.Release with
        {
            Scripts = [Example.Migration("migrations/projectdb/1_a.sql", "1"), Example.Migration("migrations/projectdb/1_b.sql", "1")],
        };
        Code(Encoding.UTF8.GetString(ReleaseJson.Write(twice))).ShouldBe("release-unreadable");
    }

    private static string CodeWith(string path, string value)
    {
        var json = Json();
        var (parent, name) = Find(json, path);
        if (parent is JsonArray array)
        {
            array[int.Parse(name)] = JsonNode.Parse(value);
        }
        else
        {
            parent[name] = JsonNode.Parse(value);
        }

        return Code(json.ToJsonString());
    }

    private static (JsonNode Parent, string Name) Find(JsonNode json, string path)
    {
        var names = path.Split('.');
        var parent = names[..^1].Aggregate(json, (node, name) => node is JsonArray array ? array[int.Parse(name)]! : node[name]!);
        return (parent, names[^1]);
    }

    private static JsonNode Json() => JsonNode.Parse(ReleaseJson.Write(Example.Release))!;

    private static string Code(string json)
    {
        ReleaseReader.TryRead(Example.Key, Encoding.UTF8.GetBytes(json), out var release, out var problem).ShouldBeFalse();
        release.ShouldBeNull();
        return problem!.Code;
    }
}
