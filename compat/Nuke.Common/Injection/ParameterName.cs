using System.Text.RegularExpressions;

namespace Nuke.Common.Injection;

/// <summary>The spellings of one name: <c>TestFilter</c>, <c>--test-filter</c>, <c>NUKE_TEST_FILTER</c>.</summary>
internal static partial class ParameterName
{
    public static bool Same(string left, string right) =>
        Plain(left).Equals(Plain(right), StringComparison.OrdinalIgnoreCase);

    public static string ToKebabCase(string name) => WordStart().Replace(name, "-").ToLowerInvariant();

    private static string Plain(string name) => name.Replace("-", "").Replace("_", "");

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WordStart();
}
