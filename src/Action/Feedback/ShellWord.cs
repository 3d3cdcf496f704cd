using Drawbridge.GitHubAction.GitHub;

namespace Drawbridge.GitHubAction.Feedback;

/// <summary>A command that people copy into a shell.</summary>
internal static class ShellWord
{
    /// <summary>One argument for a POSIX shell, whatever it holds; null when it can't be shown as it is.</summary>
    public static string? Of(string text) =>
        PlainText.Of(text) == text ? $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'" : null;
}
