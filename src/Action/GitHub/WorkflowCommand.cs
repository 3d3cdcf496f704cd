namespace Drawbridge.GitHubAction.GitHub;

/// <summary>
/// A line that GitHub's runner obeys: <c>::name property=value,…::data</c>. The escapes are those of
/// actions/toolkit, packages/core/src/command.ts; without them a file name could start a command of its own.
/// </summary>
internal static class WorkflowCommand
{
    /// <summary>One line, without its line break.</summary>
    public static string Line(string name, string data, params ReadOnlySpan<(string Name, string? Value)> properties)
    {
        var written = new List<string>(properties.Length);
        foreach (var (property, value) in properties)
        {
            if (!string.IsNullOrEmpty(value))
            {
                written.Add($"{property}={EscapeProperty(value)}");
            }
        }

        return $"::{name}{(written.Count == 0 ? "" : " ")}{string.Join(',', written)}::{EscapeData(data)}";
    }

    private static string EscapeData(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string EscapeProperty(string text) => EscapeData(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
