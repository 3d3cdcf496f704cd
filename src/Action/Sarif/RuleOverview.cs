using System.Text.RegularExpressions;

namespace Drawbridge.GitHubAction.Sarif;

/// <summary>What each rule finds, in the words of <c>docs/rules/README.md</c>.</summary>
internal static partial class RuleOverview
{
    private static readonly Dictionary<string, string> Finds = Row().Matches(Read())
        .ToDictionary(row => row.Groups["id"].Value, row => row.Groups["finds"].Value, StringComparer.Ordinal);

    /// <summary>Half a sentence, such as <c>an index that keeps everyone from writing</c>.</summary>
    public static string Of(string id) => Finds[id];

    private static string Read()
    {
        using var reader = new StreamReader(typeof(RuleOverview).Assembly.GetManifestResourceStream("rules.md")!);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(
        @"^\| \[(?<id>[a-z0-9-]+)\]\(\k<id>\.md\) \| [a-z]+ \| (?<finds>[^|\r\n]+?) \|\r?$",
        RegexOptions.Multiline,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Row();
}
