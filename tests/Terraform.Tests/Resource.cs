using System.Text.Json;

namespace Drawbridge.Terraform.Tests;

/// <summary>A resource or a data source of a state.</summary>
internal sealed class Resource(JsonElement json)
{
    public string Address { get; } = json.GetProperty("address").GetString()!;

    public string Type { get; } = json.GetProperty("type").GetString()!;

    public string Name { get; } = json.GetProperty("name").GetString()!;

    public JsonElement Values { get; } = json.GetProperty("values");

    /// <summary>An attribute as text; empty for null and for one that the type does not have.</summary>
    public string Text(string attribute) =>
        Values.TryGetProperty(attribute, out var value) ? value.ToString() : "";

    /// <summary>The statements of a policy document.</summary>
    public IReadOnlyList<Statement> Statements =>
        [.. Values.GetProperty("statement").EnumerateArray().Select(statement => new Statement(statement))];

    /// <summary>The first block of a name.</summary>
    public JsonElement Block(string name) => Values.GetProperty(name)[0];

    public IReadOnlyList<string> Texts(string attribute) =>
        [.. Values.GetProperty(attribute).EnumerateArray().Select(item => item.GetString()!)];
}
