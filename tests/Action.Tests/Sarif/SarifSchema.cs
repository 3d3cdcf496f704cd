using NJsonSchema;

namespace Drawbridge.GitHubAction.Tests.Sarif;

/// <summary>
/// The published schema of SARIF 2.1.0, as the npm package @microsoft/jest-sarif 1.0.0-beta.0 (MIT) carries it.
/// </summary>
internal static class SarifSchema
{
    /// <summary>What is wrong with a log; empty for nothing.</summary>
    public static async Task<IReadOnlyList<string>> Check(string log)
    {
        using var reader = new StreamReader(typeof(SarifSchema).Assembly.GetManifestResourceStream("sarif.json")!);
        var schema = await JsonSchema.FromJsonAsync(await reader.ReadToEndAsync());
        return [.. schema.Validate(log).Select(error => $"{error.Path}: {error.Kind}")];
    }
}
