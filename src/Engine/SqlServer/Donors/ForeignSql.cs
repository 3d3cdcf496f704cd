namespace Drawbridge.Engine.SqlServer.Donors;

/// <summary>How the tables of other tools are found.</summary>
internal static class ForeignSql
{
    /// <summary>
    /// Schema, name, the two quoted, and the columns in the order of the alphabet, of whatever may be one. The names are
    /// those that <see cref="Engine.Donors.ForeignTools"/> tells apart.
    /// </summary>
    public const string Find = """
        SELECT schemas.name, tables.name, QUOTENAME(schemas.name) + N'.' + QUOTENAME(tables.name), names.columns
        FROM sys.tables AS tables JOIN sys.schemas AS schemas ON schemas.schema_id = tables.schema_id
        CROSS APPLY (
            SELECT STUFF((
                SELECT N',' + columns.name FROM sys.columns AS columns WHERE columns.object_id = tables.object_id
                ORDER BY columns.name COLLATE Latin1_General_BIN2 FOR XML PATH(''), TYPE).value(N'.', N'nvarchar(max)'), 1, 1, N'')
            AS columns) AS names
        WHERE tables.is_ms_shipped = 0 AND schemas.name <> N'drawbridge'
            AND (LOWER(names.columns) = N'dirty,version' OR LOWER(names.columns) LIKE N'%installed_rank%' OR LOWER(tables.name) IN (
                N'schema_migrations', N'flyway_schema_history', N'goose_db_version', N'schema_version', N'changelog',
                N'schemaversions', N'scriptsrun', N'__efmigrationshistory', N'databasechangelog', N'atlas_schema_revisions',
                N'gorp_migrations'))
        ORDER BY 3;
        """;
}
