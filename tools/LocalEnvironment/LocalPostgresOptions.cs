using System.Globalization;

namespace Drawbridge.LocalEnvironment;

/// <summary>Where a PostgreSQL for tests and the demo may come from.</summary>
public sealed record LocalPostgresOptions
{
    /// <summary>The environment variable that names a running server, by URL or connection string.</summary>
    public const string NamedServerVariable = "DRAWBRIDGE_TEST_POSTGRES";

    /// <summary>The environment variable that asks for a major version, which is started.</summary>
    public const string VersionVariable = "DRAWBRIDGE_TEST_POSTGRES_VERSION";

    /// <summary>A running server that is used as it is: a URL or a connection string; null to start one.</summary>
    public string? NamedServer { get; init; }

    /// <summary>
    /// The major version that it must be, 13 to 18; null for whichever is there. A server of a given version is always
    /// started: the one that is named stays out of it.
    /// </summary>
    public int? MajorVersion { get; init; }

    /// <summary>The server's settings beyond those that make it fast, each as <c>name=value</c>.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    /// <summary>How many bytes a file of the server may have, as if its disk were full then; null for any number.</summary>
    public long? LongestFile { get; init; }

    /// <summary>The folders in which programs are looked for, in the form of the PATH variable.</summary>
    public string SearchPath { get; init; } = "";

    /// <summary>Where distributions keep the binaries of each version: <c>&lt;root&gt;/15/bin</c>.</summary>
    public string InstallationRoot { get; init; } = "/usr/lib/postgresql";

    /// <summary>Where downloaded binaries are unpacked and kept for the next time.</summary>
    public required string TempDirectory { get; init; }

    /// <summary>Receives a sentence before each step that takes a while.</summary>
    public Action<string> Report { get; init; } = _ => { };

    /// <summary>A server of this version, with these settings.</summary>
    public LocalPostgresOptions Of(int majorVersion, params IReadOnlyList<string> settings) =>
        this with { NamedServer = null, MajorVersion = majorVersion, Settings = settings };

    /// <summary>Reads the variables that matter out of a process environment.</summary>
    public static LocalPostgresOptions From(IReadOnlyDictionary<string, string> environment, string tempDirectory) =>
        new()
        {
            NamedServer = environment.GetValueOrDefault(NamedServerVariable) is { Length: > 0 } server ? server : null,
            MajorVersion = VersionIn(environment),
            SearchPath = environment.GetValueOrDefault("PATH", ""),
            TempDirectory = tempDirectory,
        };

    private static int? VersionIn(IReadOnlyDictionary<string, string> environment) =>
        environment.GetValueOrDefault(VersionVariable) is { Length: > 0 } version
            ? int.Parse(version, CultureInfo.InvariantCulture)
            : null;
}
