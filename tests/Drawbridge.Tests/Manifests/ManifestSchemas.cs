using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Drawbridge.Manifests;
using Drawbridge.Scripts;

namespace Drawbridge.Tests.Manifests;

public sealed class ManifestSchemas
{
    private static readonly JsonSchema ReleaseSchema = JsonSchema.Read("release");
    private static readonly JsonSchema ResultSchema = JsonSchema.Read("result");
    private static readonly JsonSchema DoctorSchema = JsonSchema.Read("doctor");

    [Fact]
    public void A_release_is_written_as_its_schema_says() =>
        ReleaseSchema.Check(Written(Example.Release)).ShouldBeEmpty();

    [Fact]
    public void A_result_is_written_as_its_schema_says() => ResultSchema.Check(Written(Example.Result)).ShouldBeEmpty();

    [Fact]
    public void A_doctor_s_report_is_written_as_its_schema_says_and_read_again()
    {
        DoctorSchema.Check(JsonNode.Parse(DoctorJson.Write(Example.DoctorReport))!).ShouldBeEmpty();
        DoctorJson.TryRead(DoctorJson.Write(Example.DoctorReport))!.Checks.ShouldBe(Example.DoctorReport.Checks);
        DoctorJson.TryRead("{}"u8).ShouldBeNull();
        DoctorJson.TryRead([]).ShouldBeNull();
    }

    [Fact]
    public void A_result_with_nothing_in_it_yet_is_written_as_its_schema_says() => ResultSchema.Check(Written(Example.Result with
    {
        Status = ResultStatus.Running,
        Server = null,
        FinishedAt = null,
        From = null,
        To = null,
        Scripts = [new ScriptResult("migrations/projectdb/2_a.up.sql", "2", "a", ScriptStatus.Pending, null, null, null)],
        Warnings = [new ResultWarning("missing", "A script is missing.")],
        Error = new ResultError("drifted", "It drifted.", "Put it back."),
        WaitingFor = null,
    })).ShouldBeEmpty();

    [Fact]
    public void A_schema_knows_what_is_written_and_nothing_else()
    {
        // Every field of the examples is filled, so the properties of both sides must be the very same.
        Properties(ReleaseSchema.Root, ReleaseSchema.Root).ShouldBe(
            Properties(ReleaseJson.Default.Release), ignoreOrder: true);
        Properties(ResultSchema.Root, ResultSchema.Root).ShouldBe(
            Properties(ResultJson.Default.Result), ignoreOrder: true);
        Properties(DoctorSchema.Root, DoctorSchema.Root).ShouldBe(
            Properties(DoctorJson.Default.DoctorReport), ignoreOrder: true);
    }

    [Fact]
    public void The_words_of_a_schema_are_those_of_the_code()
    {
        Words(ReleaseSchema, "mode").ShouldBe(Words<ReleaseMode>());
        Words(ReleaseSchema, "options", "order").ShouldBe(Words<ReleaseOrder>());
        Words(ReleaseSchema, "options", "adopt").ShouldBe(Words<DonorTool>(), ignoreOrder: true);
        Definition(ReleaseSchema, "script", "kind").ShouldBe(Words<ScriptKind>(), ignoreOrder: true);
        Definition(ReleaseSchema, "mark", "as").ShouldBe(Words<MarkedAs>());
        Words(ResultSchema, "mode").ShouldBe(Words<ReleaseMode>());
        Words(ResultSchema, "status").ShouldBe(Words<ResultStatus>(), ignoreOrder: true);
        Definition(ResultSchema, "script", "status").ShouldBe(Words<ScriptStatus>(), ignoreOrder: true);
        Definition(DoctorSchema, "check", "status").ShouldBe(Words<CheckStatus>(), ignoreOrder: true);
    }

    [Fact]
    public void Every_part_of_a_schema_is_described()
    {
        foreach (var schema in new[] { ReleaseSchema, ResultSchema, DoctorSchema })
        {
            Objects(schema.Root).SelectMany(part => part["properties"]!.AsObject())
                .Where(property => property.Value!["description"] is null)
                .Select(property => property.Key)
                .ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData("database", "\"1db\"")]
    [InlineData("id", "\"latest\"")]
    [InlineData("schema", "\"drawbridge/release/2\"")]
    [InlineData("scripts", "[{}]")]
    [InlineData("mode", "null")]
    [InlineData("extra", "1")]
    public void A_schema_refuses_what_is_wrong(string name, string value)
    {
        var release = Written(Example.Release);
        release[name] = JsonNode.Parse(value);
        ReleaseSchema.Check(release).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("migrations/projectdb/../otherdb/1_a.sql")]
    [InlineData("migrations/projectdb/./1_a.sql")]
    [InlineData("migrations/projectdb//1_a.sql")]
    [InlineData("migrations/projectdb/..")]
    [InlineData("/migrations/projectdb/1_a.sql")]
    [InlineData("migrations/projectdb/")]
    [InlineData("migrations/projectdb/1\\a.sql")]
    public void A_key_is_refused_by_the_schema_as_by_the_reader(string key)
    {
        BucketLayout.IsScriptOf("projectdb", key).ShouldBeFalse();
        var release = Written(Example.Release);
        release["scripts"]![0]!["key"] = key;
        ReleaseSchema.Check(release).ShouldNotBeEmpty();
    }

    private static JsonNode Written(Release release) => JsonNode.Parse(ReleaseJson.Write(release))!;

    private static JsonNode Written(Result result) => JsonNode.Parse(ResultJson.Write(result))!;

    private static IEnumerable<string> Words<TEnum>()
        where TEnum : struct, Enum =>
        Enum.GetNames<TEnum>().Select(JsonNamingPolicy.CamelCase.ConvertName);

    private static IEnumerable<string> Words(JsonSchema schema, params string[] path) => Enumeration(
        path.Aggregate((JsonNode)schema.Root, (node, name) => node["properties"]![name]!));

    private static IEnumerable<string> Definition(JsonSchema schema, string name, string property) =>
        Enumeration(schema.Root["$defs"]![name]!["properties"]![property]!);

    private static IEnumerable<string> Enumeration(JsonNode schema) =>
        schema["enum"]!.AsArray().Where(word => word is not null).Select(word => word!.GetValue<string>());

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject found => found.SelectMany(child => Objects(child.Value)).Concat(
            found["properties"] is JsonObject && found.ContainsKey("type") ? [found] : []),
        JsonArray array => array.SelectMany(Objects),
        _ => [],
    };

    /// <summary>The paths of all properties that a schema knows, with those that must be there marked.</summary>
    private static IEnumerable<string> Properties(JsonObject root, JsonObject schema, string path = "")
    {
        var target = schema["$ref"] is { } reference ? root["$defs"]![reference.GetValue<string>()["#/$defs/".Length..]]!.AsObject()
            : schema["items"] is JsonObject items ? items
            : schema["anyOf"] is JsonArray options ? options[^1]!.AsObject()
            : schema;
        if (target != schema)
        {
            return Properties(root, target, path);
        }

        var required = schema["required"]?.AsArray().Select(name => name!.GetValue<string>()).ToHashSet() ?? [];
        return schema["properties"] is not JsonObject properties ? [] : properties.SelectMany(property =>
            Properties(root, property.Value!.AsObject(), $"{path}.{property.Key}")
                .Prepend($"{path}.{property.Key}{(required.Contains(property.Key) ? "!" : "?")}"));
    }

    /// <summary>The same of a type: what is always written must be there.</summary>
    private static IEnumerable<string> Properties(JsonTypeInfo type, string path = "")
    {
        var target = type.ElementType is { } element ? type.Options.GetTypeInfo(element) : type;
        return target.Kind != JsonTypeInfoKind.Object ? [] : target.Properties.SelectMany(property =>
            Properties(type.Options.GetTypeInfo(property.PropertyType), $"{path}.{property.Name}")
                .Prepend($"{path}.{property.Name}{(property.ShouldSerialize is null ? "!" : "?")}"));
    }
}
