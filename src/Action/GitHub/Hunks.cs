using System.Globalization;
using System.Text.RegularExpressions;

namespace Drawbridge.GitHubAction.GitHub;

/// <summary>The parts of a file that a unified diff shows.</summary>
internal static partial class Hunks
{
    /// <summary>
    /// The lines of each part, as the change leaves the file. A part that only removes lines has none.
    /// </summary>
    public static IReadOnlyList<LineRange> In(string diff) =>
    [
        .. from header in Header().Matches(diff)
           let first = Number(header.Groups["first"])
           let count = header.Groups["count"].Success ? Number(header.Groups["count"]) : 1
           where count > 0
           select new LineRange(first, first + count - 1),
    ];

    private static int Number(Group group) =>
        int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^@@ -\d{1,9}(,\d{1,9})? \+(?<first>\d{1,9})(,(?<count>\d{1,9}))? @@",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Header();
}
