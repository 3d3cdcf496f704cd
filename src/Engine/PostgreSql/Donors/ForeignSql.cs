namespace Drawbridge.Engine.PostgreSql.Donors;

/// <summary>How the tables of other tools are found and read.</summary>
internal static class ForeignSql
{
    /// <summary>Schema, name, the two quoted, and the columns in the order of the alphabet, of whatever may be one.</summary>
    public const string Find = """
        SELECT schema.nspname::text, class.relname::text, pg_catalog.format('%I.%I', schema.nspname, class.relname),
            names.columns
        FROM pg_catalog.pg_class AS class JOIN pg_catalog.pg_namespace AS schema ON schema.oid = class.relnamespace
        CROSS JOIN LATERAL (
            SELECT pg_catalog.string_agg(attname::text, ',' ORDER BY attname) AS columns FROM pg_catalog.pg_attribute
            WHERE attrelid = class.oid AND attnum > 0 AND NOT attisdropped) AS names
        WHERE class.relkind IN ('r', 'p') AND schema.nspname !~ '^pg_'
            AND schema.nspname NOT IN ('information_schema', 'drawbridge')
            AND (names.columns = 'dirty,version' OR names.columns LIKE '%installed_rank%' OR class.relname IN (
                'schema_migrations', 'flyway_schema_history', 'goose_db_version', 'schema_version', 'changelog',
                'schemaversions', 'ScriptsRun', '__EFMigrationsHistory', 'pgmigrations', 'databasechangelog',
                'atlas_schema_revisions', 'gorp_migrations', 'changes', 'migrations', 'ar_internal_metadata'))
        ORDER BY 3
        """;

    /// <summary>golang-migrate's one row.</summary>
    public static string ReadGolangMigrate(string table) =>
        $"SELECT version::bigint, dirty::boolean FROM {table} ORDER BY 1";

    /// <summary>Flyway's rows.</summary>
    public static string ReadFlyway(string table) => $"""
        SELECT installed_rank::bigint, version::text, type::text, script::text, description::text, checksum::integer,
            success::boolean
        FROM {table} ORDER BY 1
        """;
}
