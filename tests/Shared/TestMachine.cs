using System.Collections;
using System.Globalization;
using Drawbridge.LocalEnvironment;

namespace Drawbridge.Tests.Shared;

/// <summary>What this machine offers to tests: the one place where they read its environment.</summary>
public static class TestMachine
{
    /// <summary>Where the repository that these tests belong to is checked out.</summary>
    public static string Repository => Shared.Repository.Root;

    /// <summary>The variables of this process.</summary>
    public static IReadOnlyDictionary<string, string> Variables { get; } = Environment.GetEnvironmentVariables()
        .Cast<DictionaryEntry>()
        .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "");

    /// <summary>Where a PostgreSQL may come from.</summary>
    public static LocalPostgresOptions Postgres { get; } =
        LocalPostgresOptions.From(Variables, Path.Combine(Repository, ".nuke", "temp"));

    /// <summary>
    /// The versions of PostgreSQL that are tested where versions differ: a common one and the newest, or
    /// those that <c>DRAWBRIDGE_TEST_POSTGRES_VERSIONS</c> lists (<c>13,14,16,17</c>).
    /// </summary>
    public static IReadOnlyList<int> PostgresVersions { get; } =
    [
        .. from version in (Variable("DRAWBRIDGE_TEST_POSTGRES_VERSIONS") ?? "15,18").Split(',')
           select int.Parse(version, CultureInfo.InvariantCulture),
    ];

    /// <summary>The reason to skip a test for which something is missing: null in CI, where it must fail.</summary>
    public static string? SkipReason(string? missing) =>
        Variable("CI") is null ? missing : null;

    private static string? Variable(string name) =>
        Variables.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;
}
