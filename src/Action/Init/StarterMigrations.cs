using System.Globalization;

namespace Drawbridge.GitHubAction.Init;

/// <summary>The folder's settings and the first scripts of a database.</summary>
/// <param name="Migrations">The folder, from the repository's root.</param>
/// <param name="Database">The database to begin with.</param>
internal sealed record StarterMigrations(string Migrations, string Database)
{
    /// <summary>Which goes first, because its scripts create the others: what the workflows leave it at.</summary>
    private const string RootDatabase = "postgres";

    private const string SettingsText = """
        # yaml-language-server: $schema=https://drawbridge.dev/schemas/drawbridge.schema.json
        # What can stand here: https://github.com/drawbridge/drawbridge/blob/main/docs/reference/configuration.md

        # The major version of the servers. Scripts are judged by what it can do; without it, by what 13 can.
        # server-version: 17

        # How bad what a rule finds is: error, warning, info or off.
        # rules:
        #   missing-undo: warning

        """;

    private const string FirstTable = """
        -- The first migration: make of it what your application needs.
        CREATE TABLE notes (
            id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            text       text NOT NULL,
            created_at timestamptz NOT NULL DEFAULT now()
        );

        """;

    /// <summary>The settings, which are all comments: every rule has its own severity.</summary>
    public StarterFile Settings => new($"{Migrations}/drawbridge.yml", SettingsText);

    /// <summary>Of the script that creates the database; null for the root database, which is there.</summary>
    public string? CreatingFolder => Database == RootDatabase ? null : $"{Migrations}/{RootDatabase}";

    /// <summary>The database and its first table, as versions of now.</summary>
    public IEnumerable<StarterFile> Scripts(DateTimeOffset now)
    {
        var version = now.UtcDateTime.ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture);
        if (CreatingFolder is { } folder)
        {
            yield return new($"{folder}/{version}_create_{Database}.up.sql", $"CREATE DATABASE {Quote(Database)};\n");
        }

        yield return new($"{Migrations}/{Database}/{version}_create_notes.up.sql", FirstTable);
        yield return new($"{Migrations}/{Database}/{version}_create_notes.down.sql", "DROP TABLE notes;\n");
    }

    /// <summary>Quoted always: the name may be a keyword, or have capitals. No valid one holds a quote.</summary>
    private static string Quote(string database) => $"\"{database}\"";
}
