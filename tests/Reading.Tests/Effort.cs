using System.Globalization;
using Drawbridge.Tests.Shared;

namespace Drawbridge.Reading.Tests;

/// <summary>How much is compared: little in every run, as much as one likes by hand.</summary>
internal static class Effort
{
    /// <summary>
    /// The seeds of the generated scripts: <c>DRAWBRIDGE_TEST_SCRIPTS</c> of them, from <c>DRAWBRIDGE_TEST_SEED</c> on.
    /// </summary>
    public static IEnumerable<int> Seeds { get; } =
        Enumerable.Range(Number("DRAWBRIDGE_TEST_SEED", usually: 0), Number("DRAWBRIDGE_TEST_SCRIPTS", usually: 500));

    /// <summary>
    /// The SQL that this repository holds, and every script below the folder that <c>DRAWBRIDGE_TEST_CORPUS</c> names.
    /// </summary>
    public static IReadOnlyList<string> Files { get; } =
    [
        .. from folder in (string[])["samples", "tests", Variable("DRAWBRIDGE_TEST_CORPUS") ?? "samples"]
           let path = Path.Combine(TestMachine.Repository, folder)
           from file in Directory.EnumerateFiles(path, "*.sql", SearchOption.AllDirectories)
           select file,
    ];

    private static int Number(string variable, int usually) =>
        Variable(variable) is { } number ? int.Parse(number, CultureInfo.InvariantCulture) : usually;

    private static string? Variable(string name) =>
        TestMachine.Variables.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;
}
