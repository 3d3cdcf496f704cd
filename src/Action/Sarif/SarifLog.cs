using System.Text.Json.Nodes;
using Drawbridge.GitHubAction.GitHub;
using Drawbridge.GitHubAction.Validate;
using Drawbridge.Rules;

namespace Drawbridge.GitHubAction.Sarif;

/// <summary>
/// A validation in SARIF 2.1.0, which code scanning and editors read. See
/// https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html.
/// </summary>
internal static class SarifLog
{
    /// <summary>Stands for the repository's root in every address.</summary>
    public const string Root = "%SRCROOT%";

    /// <summary>More results in a run than GitHub takes.</summary>
    private const int Most = 25_000;

    /// <summary>All of it.</summary>
    /// <param name="validation">What was found.</param>
    /// <param name="folder">
    /// The migrations folder, a category: an upload replaces what stands for it, and nothing else.
    /// </param>
    public static JsonObject Of(Validation validation, string folder) => new()
    {
        ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
        ["version"] = "2.1.0",
        ["runs"] = new JsonArray(new JsonObject
        {
            ["tool"] = new JsonObject { ["driver"] = Driver() },
            ["automationDetails"] = new JsonObject { ["id"] = Category(folder) },
            ["columnKind"] = "unicodeCodePoints",
            ["originalUriBaseIds"] = new JsonObject
            {
                [Root] = new JsonObject { ["description"] = Text("The repository's root.") },
            },
            ["invocations"] = new JsonArray(new JsonObject { ["executionSuccessful"] = true }),
            ["results"] = new JsonArray([.. new SarifResults(validation).Write().Take(Most)]),
        }),
    };

    /// <summary>A message or a description.</summary>
    public static JsonObject Text(string text) => new() { ["text"] = text };

    /// <summary>SARIF's word for a severity.</summary>
    public static string LevelOf(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        Severity.Info => "note",
        _ => "none",
    };

    private static string Category(string folder) =>
        folder.Length == 0 ? "drawbridge/" : $"drawbridge/{RelativeAddress.Of(folder)}/";

    private static JsonObject Driver() => new()
    {
        ["name"] = "Drawbridge",
        ["informationUri"] = Manual.Project,
        ["version"] = typeof(SarifLog).Assembly.GetName().Version!.ToString(),
        ["rules"] = new JsonArray([.. RuleList.ById.Select(Describe)]),
    };

    private static JsonObject Describe(Rule rule)
    {
        var finds = RuleOverview.Of(rule.Id);
        var page = Manual.OfRule(rule.Id);
        return new JsonObject
        {
            ["id"] = rule.Id,
            ["name"] = rule.GetType().Name,
            ["shortDescription"] = Text(finds),
            ["fullDescription"] = Text($"Finds {finds}."),
            ["helpUri"] = page,
            ["help"] = Text($"What is wrong with it, and what to do instead: {page}"),
            ["defaultConfiguration"] = new JsonObject
            {
                ["enabled"] = rule.Severity != Severity.Off,
                ["level"] = LevelOf(rule.Severity == Severity.Off ? Severity.Warning : rule.Severity),
            },
        };
    }
}
