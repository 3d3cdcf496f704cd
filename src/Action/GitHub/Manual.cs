using System.Text.RegularExpressions;
using Drawbridge.Rules;

namespace Drawbridge.GitHubAction.GitHub;

/// <summary>Where the pages about rules and errors are read.</summary>
internal static partial class Manual
{
    /// <summary>The project's page.</summary>
    public const string Project = "https://github.com/drawbridge/drawbridge";

    private const string Pages = $"{Project}/blob/main/docs";

    private static readonly HashSet<string> Rules = [.. RuleList.All.Select(rule => rule.Id)];

    /// <summary>The page of a rule.</summary>
    public static string OfRule(string id) => $"{Pages}/rules/{id}.md";

    /// <summary>
    /// A rule's or an error's code that leads to its page, for Markdown and HTML; what can't be a code leads nowhere.
    /// </summary>
    public static string Link(string code) => IsCode().IsMatch(code)
        ? $"<a href=\"{(Rules.Contains(code) ? OfRule(code) : $"{Pages}/errors/{code}.md")}\">{Markdown.Code(code)}</a>"
        : Markdown.Code(code);

    [GeneratedRegex("\\A[a-z]+(-[a-z]+)*\\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex IsCode();
}
