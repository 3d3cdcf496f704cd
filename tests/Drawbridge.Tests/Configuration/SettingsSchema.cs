using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Drawbridge.Tests.Manifests;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Drawbridge.Tests.Configuration;

public sealed class SettingsSchema
{
    private static readonly JsonSchema Schema = JsonSchema.Read("drawbridge");

    [Theory]
    [InlineData("")]
    [InlineData("rules:\ndatabases:\nignored-paths:\nacknowledged:\n")]
    [InlineData("engine: sqlserver")]
    [InlineData("server-version: 13")]
    [InlineData("server-version: 99")]
    [InlineData("rules: { a: error, b: warning, c: info, d: off }")]
    [InlineData("databases: { p: , _q-$: { engine: postgresql, order: strict, naming: plain, server-version: 15, rules: } }")]
    [InlineData("databases: { p: { order: any, naming: golang-migrate }, q: { naming: flyway } }")]
    [InlineData("databases: { p: { adopt: golang-migrate }, q: { adopt: flyway } }")]
    [InlineData("ignored-paths: ['a', '**/*.md', 'a/.../b', 'a/.b']")]
    [InlineData("acknowledged: [{ path: p/1_a.sql, reason: never applied }]")]
    [InlineData("marked: [{ path: p/1_a.sql, as: done, reason: by hand }, { path: p/2_a.sql, as: run-again, reason: tidied up }]")]
    public void What_the_parser_takes_is_valid(string text)
    {
        Yaml.Try(text).Objections.ShouldBeEmpty();
        Schema.Check(Json(text)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("- a")]
    [InlineData("serverversion: 15")]
    [InlineData("server-version: 12")]
    [InlineData("server-version: 100")]
    [InlineData("server-version: '15'")]
    [InlineData("server-version:")]
    [InlineData("server-version: 15.1")]
    [InlineData("rules: { a: fatal }")]
    [InlineData("rules: { a: Error }")]
    [InlineData("rules: { a: }")]
    [InlineData("rules: []")]
    [InlineData("databases: { 1p: {} }")]
    [InlineData("databases: { 'p/q': {} }")]
    [InlineData("databases: { p: strict }")]
    [InlineData("engine: mysql")]
    [InlineData("databases: { p: { engine: mysql } }")]
    [InlineData("databases: { p: { order: late } }")]
    [InlineData("databases: { p: { order: } }")]
    [InlineData("databases: { p: { naming: Flyway } }")]
    [InlineData("databases: { p: { ignored-paths: [] } }")]
    [InlineData("ignored-paths: 'a'")]
    [InlineData("ignored-paths: ['']")]
    [InlineData("ignored-paths: ['/a']")]
    [InlineData("ignored-paths: ['a/']")]
    [InlineData("ignored-paths: ['a/../b']")]
    [InlineData("ignored-paths: ['a\\b']")]
    [InlineData("marked: { path: p/1_a.sql, as: done, reason: by hand }")]
    [InlineData("marked: [{ path: p/1_a.sql, as: applied, reason: by hand }]")]
    [InlineData("marked: [{ path: p/1_a.sql, as: done }]")]
    [InlineData("marked: [{ path: p/1_a.sql, as: done, reason: ' ' }]")]
    [InlineData("marked: [{ path: p/1_a.sql, as: done, reason: r, who: me }]")]
    [InlineData("acknowledged: [p/1_a.sql]")]
    [InlineData("acknowledged: [{ path: p/1_a.sql }]")]
    [InlineData("acknowledged: [{ path: p/1_a.sql, reason: ' ' }]")]
    [InlineData("acknowledged: [{ path: p/1_a.sql, reason: r, version: v }]")]
    public void What_the_parser_refuses_is_invalid(string text)
    {
        Yaml.Try(text).Objections.ShouldNotBeEmpty();
        Schema.Check(Json(text)).ShouldNotBeEmpty();
    }

    [Fact]
    public void The_schema_knows_the_parser_s_keys_and_no_others()
    {
        Allowed("x: 1").ShouldBe(Keys(Schema.Root));
        Allowed("databases: { p: { x: 1 } }").ShouldBe(Keys(Schema.Root["$defs"]!["database"]!));
        Allowed("acknowledged: [{ path: p, reason: r, x: 1 }]").ShouldBe(Keys(Schema.Root["$defs"]!["acknowledgement"]!));
        Allowed("marked: [{ path: p, as: done, reason: r, x: 1 }]").ShouldBe(Keys(Schema.Root["$defs"]!["mark"]!));
        Allowed("marked: [{ path: p, as: x, reason: r }]").ShouldBe(Words(Schema.Root["$defs"]!["mark"]!["properties"]!["as"]!));
        Allowed("rules: { a: x }").ShouldBe(Words(Schema.Root["$defs"]!["severity"]!));
        Allowed("engine: x").ShouldBe(Words(Schema.Root["$defs"]!["engine"]!));
        Allowed("databases: { p: { engine: x } }").ShouldBe(Words(Schema.Root["$defs"]!["engine"]!));
        foreach (var key in new[] { "order", "naming", "adopt" })
        {
            Allowed($"databases: {{ p: {{ {key}: x }} }}").ShouldBe(Words(Schema.Root["$defs"]!["database"]!["properties"]![key]!));
        }
    }

    [Fact]
    public void The_documented_example_is_complete_and_right()
    {
        var page = File.ReadAllText(Path.GetFullPath(Path.Combine(Here(), "../../../docs/reference/configuration.md")));
        var example = page.Split("```yaml\n")[1].Split("```")[0];
        Yaml.Try(example).Objections.ShouldBeEmpty();
        Schema.Check(Json(example)).ShouldBeEmpty();
        Keys(Json(example)).ShouldBe(Allowed("x: 1"), ignoreOrder: true);
        Keys(Json(example)!["databases"]!["projectdb"]).ShouldBe(Allowed("databases: { p: { x: 1 } }"), ignoreOrder: true);
    }

    /// <summary>What the remedy for an unknown word lists.</summary>
    private static string[] Allowed(string text)
    {
        const string Prefix = "Write one of: ";
        var remedy = Yaml.Try(text).Objections.ShouldHaveSingleItem().Remedy;
        remedy.ShouldStartWith(Prefix);
        return remedy[Prefix.Length..^1].Split(", ");
    }

    private static string[] Keys(JsonNode? node) => [.. (node!["properties"] ?? node).AsObject().Select(property => property.Key)];

    private static string[] Words(JsonNode node) => [.. node["enum"]!.AsArray().Select(word => word!.GetValue<string>())];

    private static JsonNode? Json(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return stream.Documents.Count == 0 ? null : Json(stream.Documents[0].RootNode);
    }

    /// <summary>As an editor reads it, by the rules of YAML 1.2.</summary>
    private static JsonNode? Json(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(entry => KeyValuePair.Create(((YamlScalarNode)entry.Key).Value!, Json(entry.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Json)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "" or "null" or "~" } => null,
        YamlScalarNode { Style: ScalarStyle.Plain } scalar when decimal.TryParse(scalar.Value, out _) => JsonNode.Parse(scalar.Value!),
        YamlScalarNode scalar => JsonValue.Create(scalar.Value),
        _ => throw new NotSupportedException($"{node.NodeType} at {node.Start}"),
    };

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
