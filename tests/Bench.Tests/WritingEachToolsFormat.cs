using Drawbridge.Bench.Peers.Corpora;
using Drawbridge.Bench.Peers.Tools;

namespace Drawbridge.Bench.Tests;

public sealed class WritingEachToolsFormat : IDisposable
{
    private const string Function = "CREATE FUNCTION one() RETURNS int LANGUAGE sql AS $body$\nSELECT 1;\n$body$;";

    private static readonly Corpus Corpus = new(
        "tiny",
        [new(1, "create_a", ["CREATE TABLE a ();", "CREATE TABLE b ();"]), new(2, "create_one", [Function])],
        Evidence: "",
        Whole: 0);

    private static readonly DatabaseAddress Database = new("127.0.0.1", 5433, "me", "se cret", "shop");

    private readonly string _folder = Directory.CreateTempSubdirectory("drawbridge-bench-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void One_transaction_is_for_psql_to_begin() => Written(new OneTransaction("psql")).ShouldBe($"""
        == all.sql
        CREATE TABLE a ();
        CREATE TABLE b ();

        {Function}


        """);

    [Fact]
    public void A_transaction_for_each_script_is_written() => Written(new TransactionPerScript("psql")).ShouldBe($"""
        == all.sql
        BEGIN;
        CREATE TABLE a ();
        CREATE TABLE b ();
        COMMIT;

        BEGIN;
        {Function}
        COMMIT;


        """);

    [Fact]
    public void Drawbridge_reads_plain_scripts() => Written(new DrawbridgeApply("drawbridge")).ShouldBe($"""
        == migrations/000001_create_a.sql
        CREATE TABLE a ();
        CREATE TABLE b ();
        == migrations/000002_create_one.sql
        {Function}

        """);

    [Fact]
    public void Dbmate_reads_both_directions_in_one_file() => Written(new Dbmate("dbmate")).ShouldBe($"""
        == 000001_create_a.sql
        -- migrate:up
        CREATE TABLE a ();
        CREATE TABLE b ();

        -- migrate:down
        == 000002_create_one.sql
        -- migrate:up
        {Function}

        -- migrate:down

        """);

    [Fact]
    public void Node_pg_migrate_takes_the_time_from_the_name() => Written(new NodePgMigrate("pg-migrate")).ShouldBe($"""
        == migrations/1700000000001_create_a.sql
        -- Up Migration
        CREATE TABLE a ();
        CREATE TABLE b ();

        -- Down Migration
        == migrations/1700000000002_create_one.sql
        -- Up Migration
        {Function}

        -- Down Migration

        """);

    [Fact]
    public void Sql_migrate_is_told_where_a_body_ends() => Written(new SqlMigrate("sql-migrate")).ShouldBe($$"""
        == dbconfig.yml
        bench:
          dialect: postgres
          datasource: ${BENCH_DATABASE}
          dir: migrations
          table: migrations
        == migrations/000001_create_a.sql
        -- +migrate Up
        CREATE TABLE a ();
        CREATE TABLE b ();
        == migrations/000002_create_one.sql
        -- +migrate Up
        -- +migrate StatementBegin
        {{Function}}
        -- +migrate StatementEnd

        """);

    [Fact]
    public void Liquibase_is_told_not_to_split() => Written(new Liquibase("liquibase")).ShouldBe($"""
        == changelog.yaml
        databaseChangeLog:
          - includeAll:
              path: scripts
              relativeToChangelogFile: true
        == scripts/000001_create_a.sql
        --liquibase formatted sql
        --changeset bench:1 splitStatements:false
        CREATE TABLE a ();
        CREATE TABLE b ();
        == scripts/000002_create_one.sql
        --liquibase formatted sql
        --changeset bench:2 splitStatements:false
        {Function}

        """);

    [Fact]
    public void Sqitch_reads_the_order_from_a_plan() => Written(new Sqitch("sqitch")).ShouldBe($"""
        == deploy/create_a_000001.sql
        BEGIN;
        CREATE TABLE a ();
        CREATE TABLE b ();
        COMMIT;
        == deploy/create_one_000002.sql
        BEGIN;
        {Function}
        COMMIT;
        == sqitch.conf
        [core]
        {"\t"}engine = pg
        [user]
        {"\t"}name = Bench
        {"\t"}email = bench@example.com
        == sqitch.plan
        %syntax-version=1.0.0
        %project=bench

        create_a_000001 2026-01-01T00:00:00Z Bench <bench@example.com>
        create_one_000002 2026-01-01T00:00:00Z Bench <bench@example.com>

        """);

    [Fact]
    public void Golang_migrate_reads_a_file_for_each_direction() => Written(new GolangMigrate("migrate")).ShouldBe($"""
        == 000001_create_a.up.sql
        CREATE TABLE a ();
        CREATE TABLE b ();
        == 000002_create_one.up.sql
        {Function}

        """);

    [Fact]
    public void Flyway_takes_the_version_from_the_name() => Written(new Flyway("flyway")).ShouldBe(Versioned);

    [Fact]
    public void Evolve_reads_what_Flyway_reads() => Written(new Evolve("evolve")).ShouldBe(Versioned);

    [Fact]
    public void Dbup_is_configured_by_a_file() => Written(new DbUp("dbup")).ShouldBe($"""
        == dbup.yml
        dbUp:
          version: 1
          provider: postgresql
          connectionString: $DBUP_BENCH$
          transaction: PerScript
          disableVars: yes
          scripts:
            - folder: scripts
        == scripts/000001_create_a.sql
        CREATE TABLE a ();
        CREATE TABLE b ();
        == scripts/000002_create_one.sql
        {Function}

        """);

    [Fact]
    public void Those_of_NET_are_told_of_the_database_by_keys_and_values() => new ITool[] { new Evolve("evolve"), new DbUp("dbup") }
        .ShouldAllBe(tool => Said(tool).Contains("Host=127.0.0.1;Port=5433;Username=me;Password=se cret;Database=shop", StringComparison.Ordinal));

    [Fact]
    public void Each_is_told_of_the_database() => new ITool[]
    {
        new OneTransaction("psql"),
        new TransactionPerScript("psql"),
        new DrawbridgeApply("drawbridge"),
        new Dbmate("dbmate"),
        new NodePgMigrate("node-pg-migrate"),
        new SqlMigrate("sql-migrate"),
        new Liquibase("liquibase"),
        new Sqitch("sqitch"),
        new GolangMigrate("migrate"),
        new Flyway("flyway"),
    }.ShouldAllBe(tool => Said(tool).Contains("127.0.0.1:5433/shop", StringComparison.Ordinal));

    private static string Versioned => $"""
        == V000001__create_a.sql
        CREATE TABLE a ();
        CREATE TABLE b ();
        == V000002__create_one.sql
        {Function}

        """;

    private static string Said(ITool tool) =>
        string.Join(' ', [.. tool.Apply(Database).Arguments, .. tool.Apply(Database).Variables.Values]);

    private string Written(ITool tool)
    {
        tool.Write(Corpus, _folder);
        var files = from file in Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories)
                    let name = Path.GetRelativePath(_folder, file).Replace('\\', '/')
                    orderby name
                    select $"== {name}\n{File.ReadAllText(file)}";
        return string.Concat(files);
    }
}
