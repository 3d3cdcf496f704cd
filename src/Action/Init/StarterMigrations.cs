using System.Globalization;
using Drawbridge.Configuration;

namespace Drawbridge.GitHubAction.Init;

/// <summary>The folder's settings and the first scripts of a database.</summary>
/// <param name="Migrations">The folder, from the repository's root.</param>
/// <param name="Database">The database to begin with.</param>
/// <param name="Engine">The kind of server.</param>
internal sealed record StarterMigrations(string Migrations, string Database, DatabaseEngine Engine)
{
    private const string SettingsText = """
        # yaml-language-server: $schema=https://drawbridge.dev/schemas/drawbridge.schema.json
        # What can stand here: https://github.com/drawbridge/drawbridge/blob/main/docs/reference/configuration.md

        {0}

        # How bad what a rule finds is: error, warning, info or off.
        # rules:
        #   missing-undo: warning

        """;

    private const string OfPostgreSql = """
        # The major version of the servers. Scripts are judged by what it can do; without it, by what 13 can.
        # server-version: 17
        """;

    private const string OfSqlServer = """
        # The kind of the servers.
        engine: sqlserver
        """;

    private const string FirstTable = """
        -- The first migration: make of it what your application needs.
        CREATE TABLE notes (
            id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            text       text NOT NULL,
            created_at timestamptz NOT NULL DEFAULT now()
        );

        """;

    private const string FirstTableOfSqlServer = """
        -- The first migration: make of it what your application needs.
        CREATE TABLE dbo.notes (
            id         bigint IDENTITY NOT NULL CONSTRAINT notes_pk PRIMARY KEY,
            text       nvarchar(max) NOT NULL,
            created_at datetime2 NOT NULL CONSTRAINT notes_created_at DEFAULT SYSUTCDATETIME()
        );

        """;

    /// <summary>The settings, which but for the engine are comments: every rule has its own severity.</summary>
    public StarterFile Settings => new(
        $"{Migrations}/{ProjectSettings.FileName}",
        SettingsText.Replace("{0}", IsSqlServer ? OfSqlServer : OfPostgreSql, StringComparison.Ordinal));

    /// <summary>Of the script that creates the database; null for the root database, which is there.</summary>
    public string? CreatingFolder => Database == Root ? null : $"{Migrations}/{Root}";

    private string Root => RootDatabase.Of(Engine);

    private bool IsSqlServer => Engine == DatabaseEngine.SqlServer;

    /// <summary>The database and its first table, as versions of now.</summary>
    public IEnumerable<StarterFile> Scripts(DateTimeOffset now)
    {
        var version = now.UtcDateTime.ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture);
        if (CreatingFolder is { } folder)
        {
            yield return new($"{folder}/{version}_create_{Database}.up.sql", $"CREATE DATABASE {Quote(Database)};\n");
        }

        var table = IsSqlServer ? "dbo.notes" : "notes";
        yield return new(
            $"{Migrations}/{Database}/{version}_create_notes.up.sql", IsSqlServer ? FirstTableOfSqlServer : FirstTable);
        yield return new($"{Migrations}/{Database}/{version}_create_notes.down.sql", $"DROP TABLE {table};\n");
    }

    /// <summary>Quoted always: the name may be a keyword, or have capitals. No valid one holds a quote.</summary>
    private string Quote(string database) => IsSqlServer ? $"[{database}]" : $"\"{database}\"";
}
