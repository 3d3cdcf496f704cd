using System.CommandLine;
using System.CommandLine.Parsing;

namespace Drawbridge.GitHubAction.CommandLine;

/// <summary>
/// What is wrong with a command line. The parser takes an option that it does not know for an argument.
/// </summary>
internal static class Misunderstandings
{
    /// <summary>Sentences, of which the first explains the others; empty when all is understood.</summary>
    public static IReadOnlyList<string> In(ParseResult parsed)
    {
        if (UnknownOptions(parsed).ToList() is { Count: > 0 } unknown)
        {
            return [.. unknown.Select(option => $"There is no option '{option}'.")];
        }

        return parsed.CommandResult.Parent is null && parsed.UnmatchedTokens.Count > 0
            ? [$"There is no command '{parsed.UnmatchedTokens[0]}'."]
            : [.. parsed.Errors.Select(error => error.Message)];
    }

    /// <summary>Not among the options' own values: <c>--base=--x</c> names a base, however odd.</summary>
    private static IEnumerable<string> UnknownOptions(ParseResult parsed) => parsed.CommandResult.Children
        .OfType<ArgumentResult>()
        .SelectMany(argument => argument.Tokens.Select(token => token.Value))
        .Concat(parsed.UnmatchedTokens)
        .Where(text => text.StartsWith("--", StringComparison.Ordinal))
        .Select(text => text.Split('=')[0]);
}
