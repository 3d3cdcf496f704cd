using Drawbridge.Manifests;

namespace Drawbridge.GitHubAction.Apply;

/// <summary>What the engine advises, for who has no deploy: whoever ran <c>apply</c> runs it again.</summary>
internal static class LocalWords
{
    /// <summary>The same error; null for none.</summary>
    public static ResultError? Of(ResultError? error) => error is null ? null : error with
    {
        Remedy = error.Remedy
            .Replace("deploy again", "run 'drawbridge apply' again", StringComparison.Ordinal)
            .Replace("Deploy again", "Run 'drawbridge apply' again", StringComparison.Ordinal)
            .Replace("The next deploy", "The next run", StringComparison.Ordinal),
    };
}
