namespace Drawbridge.GitHubAction.GitHub;

/// <summary>Where people read on.</summary>
internal static class DocumentationPages
{
    /// <summary>The project's page.</summary>
    public const string Project = "https://github.com/drawbridge/drawbridge";

    /// <summary>The page of a rule.</summary>
    public static string OfRule(string id) => $"{Project}/blob/main/docs/rules/{id}.md";
}
