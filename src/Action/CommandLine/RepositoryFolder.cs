using System.CommandLine;
using System.CommandLine.Parsing;

namespace Drawbridge.GitHubAction.CommandLine;

/// <summary>A folder of the repository, as options name it: from the root, with forward slashes.</summary>
internal static class RepositoryFolder
{
    /// <summary>Complains about a folder that can't be inside the repository.</summary>
    public static void Check(OptionResult result)
    {
        var folder = result.GetValue((Option<string>)result.Option) ?? "";
        if (folder.StartsWith('/') || folder.Contains('\\', StringComparison.Ordinal) || folder.Split('/').Contains(".."))
        {
            result.AddError($"'{folder}' is no folder from the repository's root: write it like 'db/migrations'.");
        }
    }

    /// <summary>As git writes it: <c>./migrations/</c> is <c>migrations</c>; the root is empty.</summary>
    public static string Normalize(string folder) =>
        string.Join('/', folder.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(part => part != "."));
}
