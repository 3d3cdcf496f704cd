using Drawbridge.Manifests;

namespace Drawbridge.Engine.Donors;

/// <summary>Recognises other tools by the names and the columns of their tables: several tools share a name.</summary>
internal static class ForeignTools
{
    /// <summary>What a table is called that only its name gives away.</summary>
    private const string Unknown = "another migration tool";

    private const string Rails = "Rails";

    /// <summary>With this beside it, a table of dbmate's form is one of Rails.</summary>
    private const string RailsMetadata = "ar_internal_metadata";

    private static readonly string[] FlywayColumns =
    [
        "installed_rank", "version", "description", "type", "script", "checksum", "installed_by", "installed_on",
        "execution_time", "success",
    ];

    private static readonly (string Tool, string Table, string[] Columns)[] ByName =
    [
        ("dbmate", "schema_migrations", ["version"]),
        ("Ecto", "schema_migrations", ["inserted_at", "version"]),
        (Unknown, "schema_migrations", []),
        ("tern", "schema_version", ["version"]),
        (Unknown, "schema_version", []),
        ("Flyway", "flyway_schema_history", []),
        ("goose", "goose_db_version", []),
        ("Evolve", "changelog", ["type", "version", "name", "checksum", "installed_by", "success"]),
        ("DbUp", "schemaversions", []),
        ("grate", "ScriptsRun", []),
        ("EF Core", "__EFMigrationsHistory", []),
        ("node-pg-migrate", "pgmigrations", []),
        ("Liquibase", "databasechangelog", []),
        ("Atlas", "atlas_schema_revisions", []),
        ("sql-migrate", "gorp_migrations", []),
        ("Sqitch", "changes", ["change_id", "script_hash", "project", "planner_name"]),
        ("pgroll", "migrations", ["migration", "parent", "done", "resulting_schema"]),
    ];

    /// <summary>The tool that a table belongs to; null for a table of the application's own.</summary>
    /// <param name="table">Its name, not quoted.</param>
    /// <param name="columns">The names of its columns.</param>
    /// <param name="neighbours">The names of what lies in the same schema.</param>
    public static string? NameOf(string table, IReadOnlyList<string> columns, IReadOnlyCollection<string> neighbours) =>
        DonorOf(columns)?.Name() ?? Array.Find(ByName, known => IsSame(known.Table, table) && Fits(known.Columns, columns)).Tool switch
        {
            "dbmate" when columns.Count > 1 => Unknown,
            "dbmate" when neighbours.Contains(RailsMetadata) => Rails,
            var tool => tool,
        };

    /// <summary>The tool whose history can be read from a table of such columns, whatever the table is called.</summary>
    public static DonorTool? DonorOf(IReadOnlyList<string> columns) => columns switch
    {
        ["dirty", "version"] => DonorTool.GolangMigrate,
        _ when Fits(FlywayColumns, columns) => DonorTool.Flyway,
        _ => null,
    };

    private static bool Fits(string[] needed, IReadOnlyList<string> columns) =>
        Array.TrueForAll(needed, column => columns.Contains(column, StringComparer.OrdinalIgnoreCase));

    /// <summary>SQL Server keeps names in the case in which the tool writes them.</summary>
    private static bool IsSame(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
