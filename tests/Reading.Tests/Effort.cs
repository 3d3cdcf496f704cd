using System.Globalization;
using Drawbridge.Tests.Shared;

namespace Drawbridge.Reading.Tests;

/// <summary>How much is compared: little in every run, as much as one likes by hand.</summary>
internal static class Effort
{
    /// <summary>The seeds of the generated scripts; <c>DRAWBRIDGE_TEST_SCRIPTS</c> says how many.</summary>
    public static IEnumerable<int> Seeds { get; } = Enumerable.Range(0, Scripts(usually: 500));

    /// <summary>
    /// The SQL that this repository holds, and every script below the folder that <c>DRAWBRIDGE_TEST_CORPUS</c> names.
    /// </summary>
    public static IReadOnlyList<string> Files { get; } =
    [
        .. from folder in (string[])["samples", "tests", TestMachine.Variables.GetValueOrDefault("DRAWBRIDGE_TEST_CORPUS", "samples")]
           from file in Directory.EnumerateFiles(Path.Combine(TestMachine.Repository, folder), "*.sql", SearchOption.AllDirectories)
           select file,
    ];

    private static int Scripts(int usually) =>
        TestMachine.Variables.GetValueOrDefault("DRAWBRIDGE_TEST_SCRIPTS") is { Length: > 0 } count
            ? int.Parse(count, CultureInfo.InvariantCulture)
            : usually;
}
