using System.Text.Json;

namespace Drawbridge.Terraform.Tests;

/// <summary>A statement of a policy document, as the module wrote it.</summary>
internal sealed class Statement(JsonElement json)
{
    public string Sid => json.GetProperty("sid").GetString() ?? "";

    public bool Denies => json.GetProperty("effect").GetString() == "Deny";

    public IReadOnlyList<string> Actions => Texts(json, "actions");

    public IReadOnlyList<string> Resources => Texts(json, "resources");

    public IReadOnlyList<string> Principals =>
        [.. Items("principals").SelectMany(principal => Texts(principal, "identifiers"))];

    /// <summary>The values that a condition asks for; null without such a condition.</summary>
    public IReadOnlyList<string>? Condition(string variable) =>
        Conditions(variable).Select(condition => Texts(condition, "values")).FirstOrDefault();

    /// <summary>How a condition compares, such as <c>ArnEquals</c>; null without such a condition.</summary>
    public string? Comparison(string variable) =>
        Conditions(variable).Select(condition => condition.GetProperty("test").GetString()).FirstOrDefault();

    /// <summary>
    /// Each action with each resource, those of the bucket by their keys: <c>s3:GetObject results/*</c>. A listing
    /// counts by the prefixes that it is limited to.
    /// </summary>
    public IEnumerable<string> Grants(string bucket) =>
        from action in Actions
        from resource in Resources
        from place in resource == bucket
            ? Condition("s3:prefix") ?? ["*"]
            : [resource.Replace($"{bucket}/", "", StringComparison.Ordinal)]
        select $"{action} {place}";

    private IEnumerable<JsonElement> Conditions(string variable) =>
        Items("condition").Where(condition => condition.GetProperty("variable").GetString() == variable);

    private JsonElement.ArrayEnumerator Items(string block) => json.GetProperty(block).EnumerateArray();

    private static IReadOnlyList<string> Texts(JsonElement element, string attribute) =>
        element.GetProperty(attribute) is { ValueKind: JsonValueKind.Array } array
            ? [.. array.EnumerateArray().Select(item => item.GetString()!)]
            : [];
}
