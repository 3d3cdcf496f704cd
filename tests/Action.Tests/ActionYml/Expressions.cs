using System.Text.RegularExpressions;

namespace Drawbridge.GitHubAction.Tests.ActionYml;

/// <summary>
/// GitHub's expressions as far as <c>action.yml</c> uses them: a value of a context, compared with a text or alone.
/// </summary>
/// <remarks>See https://docs.github.com/actions/reference/workflows-and-actions/expressions.</remarks>
internal static partial class Expressions
{
    /// <summary>Puts the values where a text has <c>${{ … }}</c>.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, string> contexts) =>
        Placeholder().Replace(text, match => ValueOf(match.Groups["path"].Value, contexts));

    /// <summary>What an <c>if</c> says.</summary>
    public static bool IsTrue(string condition, IReadOnlyDictionary<string, string> contexts)
    {
        if (Comparison().Match(condition) is not { Success: true } comparison)
        {
            throw new NotSupportedException($"These tests don't understand the condition '{condition}'.");
        }

        // GitHub compares texts without regard to case.
        var isSame = string.Equals(
            ValueOf(comparison.Groups["path"].Value, contexts),
            comparison.Groups["text"].Value,
            StringComparison.OrdinalIgnoreCase);
        return isSame == (comparison.Groups["operator"].Value == "==");
    }

    // GitHub takes an output that was not set, but also any misspelt name, as ''. Only the former may happen here.
    private static string ValueOf(string path, IReadOnlyDictionary<string, string> contexts) =>
        contexts.TryGetValue(path, out var value) ? value
        : StepOutput().Match(path) is { Success: true } output && contexts.ContainsKey(output.Groups["step"].Value) ? ""
        : throw new NotSupportedException($"Nothing is known of '{path}'.");

    [GeneratedRegex(@"\$\{\{ *(?<path>[a-z_.-]+) *\}\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex("^(?<path>[a-z_.-]+) (?<operator>[!=]=) '(?<text>[^']*)'$")]
    private static partial Regex Comparison();

    [GeneratedRegex(@"^(?<step>steps\.[a-z-]+)\.outputs\.[a-z-]+$")]
    private static partial Regex StepOutput();
}
