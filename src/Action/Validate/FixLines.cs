using Drawbridge.Rules.Fixes;

namespace Drawbridge.GitHubAction.Validate;

/// <summary>Shows a fix: the lines as they should be.</summary>
internal static class FixLines
{
    /// <summary>The lines that change, or in one sentence which of them go; none without a fix.</summary>
    public static IEnumerable<string> Of(Fix? fix) => fix switch
    {
        null => [],
        { Lines: not [] } => fix.Lines,
        { FirstLine: var first, LastLine: var last } =>
            [first == last ? $"remove line {first}" : $"remove lines {first} to {last}"],
    };
}
