using Drawbridge.Sql;
using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Engine.PostgreSql;

/// <summary>Where the catalog shows what became of a statement that ran outside a transaction.</summary>
internal static class Evidence
{
    private const string Yes = "SELECT 'yes' WHERE ";

    private const string MayRunTwice = Yes + "false";

    /// <summary>$1 table, $2 index, $3 whether it is unique.</summary>
    private const string IndexIsBuilt = Yes + """
        EXISTS (
            SELECT FROM pg_catalog.pg_index AS index JOIN pg_catalog.pg_class AS class ON class.oid = index.indexrelid
            WHERE index.indrelid = pg_catalog.to_regclass($1) AND class.relname = $2::name
                AND index.indisunique::text = $3 AND index.indisvalid AND index.indisready)
        """;

    /// <summary>$1 table, $2 index.</summary>
    private const string IndexIsInvalid = Yes + """
        EXISTS (
            SELECT FROM pg_catalog.pg_index AS index JOIN pg_catalog.pg_class AS class ON class.oid = index.indexrelid
            WHERE index.indrelid = pg_catalog.to_regclass($1) AND class.relname = $2::name AND NOT index.indisvalid)
        """;

    private const string RelationIsGone = Yes + "pg_catalog.to_regclass($1) IS NULL";

    /// <summary>$1 table, $2 partition.</summary>
    private const string PartitionIsGone = Yes + """
        NOT EXISTS (
            SELECT FROM pg_catalog.pg_inherits
            WHERE inhparent = pg_catalog.to_regclass($1) AND inhrelid = pg_catalog.to_regclass($2))
        """;

    /// <summary>The same, and both tables are there: it did not fail because of a wrong name.</summary>
    private const string PartitionIsFree =
        PartitionIsGone + " AND pg_catalog.to_regclass($1) IS NOT NULL AND pg_catalog.to_regclass($2) IS NOT NULL";

    /// <summary>-2 is a database of which a part is dropped already.</summary>
    private const string DatabaseIsThere =
        Yes + "EXISTS (SELECT FROM pg_catalog.pg_database WHERE datname = $1::name AND datconnlimit <> -2)";

    private const string DatabaseIsGone = Yes + "NOT EXISTS (SELECT FROM pg_catalog.pg_database WHERE datname = $1::name)";

    private const string TablespaceIsThere = Yes + "EXISTS (SELECT FROM pg_catalog.pg_tablespace WHERE spcname = $1::name)";

    private const string TablespaceIsGone = Yes + "NOT EXISTS (SELECT FROM pg_catalog.pg_tablespace WHERE spcname = $1::name)";

    private const string InvalidIndexes = """
        SELECT pg_catalog.format('DROP INDEX CONCURRENTLY %I.%I', schema.nspname, class.relname)
        FROM pg_catalog.pg_index AS index
        JOIN pg_catalog.pg_class AS class ON class.oid = index.indexrelid
        JOIN pg_catalog.pg_namespace AS schema ON schema.oid = class.relnamespace
        WHERE NOT index.indisvalid AND class.relkind = 'i' AND schema.nspname <> 'pg_toast'
            AND NOT EXISTS (SELECT FROM pg_catalog.pg_stat_progress_create_index AS work WHERE work.index_relid = class.oid)
            AND
        """;

    /// <summary>$1 table, $2 index.</summary>
    private const string HalfBuiltIndex = InvalidIndexes + " index.indrelid = pg_catalog.to_regclass($1) AND class.relname = $2::name";

    /// <summary>How REINDEX CONCURRENTLY calls the new index until it takes the old one's place, and then the old one.</summary>
    private const string Copies = InvalidIndexes + " class.relname ~ '_cc(new|old)[0-9]*$'";

    /// <summary>$1 index.</summary>
    private const string CopiesOfIndex = Copies + """
         AND index.indrelid = (SELECT indrelid FROM pg_catalog.pg_index WHERE indexrelid = pg_catalog.to_regclass($1))
        """;

    /// <summary>$1 table.</summary>
    private const string CopiesOfTable = Copies + """
         AND (index.indrelid = pg_catalog.to_regclass($1)
            OR index.indrelid IN (SELECT relid FROM pg_catalog.pg_partition_tree(pg_catalog.to_regclass($1))))
        """;

    /// <summary>$1 schema.</summary>
    private const string CopiesInSchema = Copies + " AND schema.nspname = $1::name";

    /// <summary>$1 table, $2 partition.</summary>
    private const string HalfDetached = """
        SELECT pg_catalog.format('ALTER TABLE %s DETACH PARTITION %s FINALIZE', inhparent::regclass, inhrelid::regclass)
        FROM pg_catalog.pg_inherits
        WHERE inhparent = pg_catalog.to_regclass($1) AND inhrelid = pg_catalog.to_regclass($2) AND inhdetachpending
        """;

    /// <summary>
    /// Answers something when the statement took effect, or nothing when it did not or may run twice; null when the
    /// catalog can't tell.
    /// </summary>
    public static CatalogQuestion? OfEffect(SqlStatement statement) => statement.Syntax switch
    {
        CreateIndexStatement { Name: { } name } index =>
            new(IndexIsBuilt, index.Table.Text, name.Value, index.IsUnique ? "true" : "false"),
        DropObjectsStatement { Kind: ObjectKind.Index, Names: [var index] } => new(RelationIsGone, index.Text),
        AlterTableStatement { Actions: [DetachPartitionAction detach] } table => new(PartitionIsGone, table.Name.Text, detach.Partition.Text),
        CreateDatabaseStatement database => new(DatabaseIsThere, database.Name.Value),
        DropObjectsStatement { Kind: ObjectKind.Database, Names: [var database] } => new(DatabaseIsGone, database.Name.Value),
        CreateObjectStatement { Kind: ObjectKind.Tablespace, Name: { } space } => new(TablespaceIsThere, space.Name.Value),
        DropObjectsStatement { Kind: ObjectKind.Tablespace, Names: [var space] } => new(TablespaceIsGone, space.Name.Value),
        ReindexStatement or VacuumStatement or ClusterStatement or AlterSystemStatement => new(MayRunTwice),
        AlterObjectStatement { Kind: ObjectKind.Database } => new(MayRunTwice),
        _ => null,
    };

    /// <summary>
    /// Answers something when the statement took effect although the server called it failed: the clean-up behind it may
    /// have brought it to its end. Null when no clean-up does.
    /// </summary>
    public static CatalogQuestion? OfCompletion(SqlStatement statement) => statement.Syntax switch
    {
        AlterTableStatement { Actions: [DetachPartitionAction { IsConcurrent: true } detach] } table =>
            new(PartitionIsFree, table.Name.Text, detach.Partition.Text),
        _ => null,
    };

    /// <summary>
    /// Answers something when the server skipped the statement for an index that no query uses; null when it skips
    /// nothing.
    /// </summary>
    public static CatalogQuestion? OfSkipping(SqlStatement statement) => statement.Syntax switch
    {
        CreateIndexStatement { IsConcurrent: true, IfNotExists: true, Name: { } name } index =>
            new(IndexIsInvalid, index.Table.Text, name.Value),
        _ => null,
    };

    /// <summary>Answers the commands that remove what the statement left half done; null when it leaves nothing.</summary>
    public static CatalogQuestion? OfLeftovers(SqlStatement statement) => statement.Syntax switch
    {
        CreateIndexStatement { IsConcurrent: true, Name: { } name } index => new(HalfBuiltIndex, index.Table.Text, name.Value),
        ReindexStatement { IsConcurrent: true, Kind: ObjectKind.Index, Name: { } index } => new(CopiesOfIndex, index.Text),
        ReindexStatement { IsConcurrent: true, Kind: ObjectKind.Table, Name: { } table } => new(CopiesOfTable, table.Text),
        ReindexStatement { IsConcurrent: true, Kind: ObjectKind.Schema, Name: { } schema } => new(CopiesInSchema, schema.Name.Value),
        ReindexStatement { IsConcurrent: true } => new(Copies),
        AlterTableStatement { Actions: [DetachPartitionAction { IsConcurrent: true } detach] } table =>
            new(HalfDetached, table.Name.Text, detach.Partition.Text),
        _ => null,
    };
}
