using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Drawbridge.Tests.Shared;

namespace Drawbridge.Tests.Manifests;

/// <summary>
/// Checks JSON by the keywords that the files in <c>schemas/</c> use, and throws at any other, so that a keyword can't
/// be written there that nobody checks.
/// </summary>
internal sealed class JsonSchema(JsonObject root)
{
    private static readonly string[] Silent = ["$schema", "$id", "$defs", "title", "description", "default", "examples"];

    public JsonObject Root => root;

    public static JsonSchema Read(string name) =>
        new(JsonNode.Parse(File.ReadAllText(Repository.PathOf($"schemas/{name}.schema.json")))!.AsObject());

    /// <summary>What is wrong with a value; empty for nothing.</summary>
    public IReadOnlyList<string> Check(JsonNode? value) => [.. Check(root, value, "$")];

    private IEnumerable<string> Check(JsonObject schema, JsonNode? value, string path) =>
        schema.Where(keyword => !Silent.Contains(keyword.Key))
            .SelectMany(keyword => Check(schema, keyword.Key, value, path));

    private IEnumerable<string> Check(JsonObject schema, string keyword, JsonNode? value, string path)
    {
        var rule = schema[keyword]!;
        return keyword switch
        {
            "$ref" => Check(Resolve(rule.GetValue<string>()), value, path),
            "anyOf" => Unless(
                rule.AsArray().Any(option => !Check(option!.AsObject(), value, path).Any()),
                $"{path} is none of its forms"),
            "type" => Unless(Names(rule).Contains(TypeOf(value)), $"{path} is a {TypeOf(value)}"),
            "const" => Unless(JsonNode.DeepEquals(rule, value), $"{path} is not {rule}"),
            "enum" => Unless(rule.AsArray().Any(option => JsonNode.DeepEquals(option, value)), $"{path} is {value}"),
            "pattern" => Unless(TypeOf(value) != "string" || Regex.IsMatch(value!.GetValue<string>(), rule.GetValue<string>()), $"{path} is {value?.ToJsonString()}"),
            "format" => Unless(value is null || DateTimeOffset.TryParse(value.GetValue<string>(), out _), $"{path} is no {rule}"),
            "minimum" => Unless(TypeOf(value) != "integer" || value!.GetValue<long>() >= rule.GetValue<long>(), $"{path} is below {rule}"),
            "maximum" => Unless(TypeOf(value) != "integer" || value!.GetValue<long>() <= rule.GetValue<long>(), $"{path} is above {rule}"),
            "items" => value is not JsonArray list ? [] : list.SelectMany((item, index) => Check(rule.AsObject(), item, $"{path}[{index}]")),
            "properties" => value is JsonObject whole
                ? rule.AsObject().Where(property => whole.ContainsKey(property.Key))
                    .SelectMany(
                        property => Check(property.Value!.AsObject(), whole[property.Key], $"{path}.{property.Key}"))
                : [],
            "required" => value is JsonObject whole ? Names(rule).Where(name => !whole.ContainsKey(name)).Select(name => $"{path}.{name} is missing") : [],
            "minLength" => Unless(TypeOf(value) != "string" || value!.GetValue<string>().Length >= rule.GetValue<int>(), $"{path} is too short"),
            "maxLength" => Unless(TypeOf(value) != "string" || value!.GetValue<string>().Length <= rule.GetValue<int>(), $"{path} is too long"),
            "propertyNames" => value is JsonObject named ? named.SelectMany(property => Check(rule.AsObject(), JsonValue.Create(property.Key), $"{path}.{property.Key}")) : [],
            "additionalProperties" when rule is JsonObject others => value is JsonObject whole
                ? whole.Where(property => schema["properties"]?.AsObject().ContainsKey(property.Key) != true)
                    .SelectMany(property => Check(others, property.Value, $"{path}.{property.Key}"))
                : [],
            "additionalProperties" when !rule.GetValue<bool>() => value is JsonObject whole
                ? whole.Where(property => !schema["properties"]!.AsObject().ContainsKey(property.Key)).Select(
                    property => $"{path}.{property.Key} is unknown")
                : [],
            _ => throw new NotSupportedException($"The keyword '{keyword}' is not checked."),
        };
    }

    private JsonObject Resolve(string reference)
    {
        const string Prefix = "#/$defs/";
        reference.ShouldStartWith(Prefix);
        return root["$defs"]![reference[Prefix.Length..]]!.AsObject();
    }

    private static IEnumerable<string> Names(JsonNode rule) =>
        rule is JsonArray array ? array.Select(name => name!.GetValue<string>()) : [rule.GetValue<string>()];

    private static string TypeOf(JsonNode? value) => value?.GetValueKind() switch
    {
        null => "null",
        System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False => "boolean",
        System.Text.Json.JsonValueKind.Number => value.GetValue<decimal>() % 1 == 0 ? "integer" : "number",
        { } kind => kind.ToString().ToLowerInvariant(),
    };

    private static IEnumerable<string> Unless(bool isFine, string complaint) => isFine ? [] : [complaint];
}
