namespace Drawbridge.LocalEnvironment;

/// <summary>Where a PostgreSQL for tests and the demo may come from.</summary>
public sealed record LocalPostgresOptions
{
    /// <summary>The environment variable that names a running server, by URL or connection string.</summary>
    public const string NamedServerVariable = "DRAWBRIDGE_TEST_POSTGRES";

    /// <summary>A running server that is used as it is: a URL or a connection string; null to start one.</summary>
    public string? NamedServer { get; init; }

    /// <summary>The folders in which programs are looked for, in the form of the PATH variable.</summary>
    public string SearchPath { get; init; } = "";

    /// <summary>Where distributions keep the binaries of each version: <c>&lt;root&gt;/15/bin</c>.</summary>
    public string InstallationRoot { get; init; } = "/usr/lib/postgresql";

    /// <summary>Where downloaded binaries are unpacked and kept for the next time.</summary>
    public required string TempDirectory { get; init; }

    /// <summary>Receives a sentence before each step that takes a while.</summary>
    public Action<string> Report { get; init; } = _ => { };

    /// <summary>Reads the variables that matter out of a process environment.</summary>
    public static LocalPostgresOptions From(IReadOnlyDictionary<string, string> environment, string tempDirectory) =>
        new()
        {
            NamedServer = environment.GetValueOrDefault(NamedServerVariable) is { Length: > 0 } server ? server : null,
            SearchPath = environment.GetValueOrDefault("PATH", ""),
            TempDirectory = tempDirectory,
        };
}
