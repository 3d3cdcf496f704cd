using Drawbridge.Manifests;
using Drawbridge.Tests.Shared;

namespace Drawbridge.Engine.Tests;

public sealed class RecognisingOtherTools(SharedPostgres postgres) : IClassFixture<SharedPostgres>
{
    [PostgresTheory]
    [InlineData("dbmate", "dbmate", "public.schema_migrations")]
    [InlineData("rails", "Rails", "public.schema_migrations")]
    [InlineData("sql-migrate", "sql-migrate", "public.gorp_migrations")]
    [InlineData("sqitch", "Sqitch", "sqitch.changes")]
    [InlineData("goose", "goose", "public.goose_db_version")]
    [InlineData("evolve", "Evolve", "public.changelog")]
    [InlineData("dbup", "DbUp", "public.schemaversions")]
    [InlineData("grate", "grate", "grate.\"ScriptsRun\"")]
    [InlineData("ef-core", "EF Core", "public.\"__EFMigrationsHistory\"")]
    [InlineData("liquibase", "Liquibase", "public.databasechangelog")]
    public async Task Database_of_another_tool_is_left_alone_and_the_tool_is_named(string history, string tool, string table)
    {
        var database = await With(history);

        var report = await database.Apply();

        (report.Status, report.Error!.Code).ShouldBe((ResultStatus.Refused, "foreign-history"));
        report.Error.Message.ShouldBe($"Database '{database.Name}' carries the history of {tool}: '{table}'.");
        report.Error.Remedy.ShouldContain("Mark in 'drawbridge.yml'");
        (await database.Exists("drawn")).ShouldBeFalse();
        (await database.Apply(("1_a.sql", MarkedAs.Done, "it has it"))).Error.ShouldBeNull();
    }

    [PostgresTheory]
    [InlineData("golang-migrate", "golang-migrate")]
    [InlineData("flyway", "Flyway")]
    public async Task History_that_can_be_taken_over_is_left_alone_until_somebody_says_so(string history, string tool)
    {
        var database = await With(history);

        var report = await database.Apply();

        report.Error!.Code.ShouldBe("foreign-history");
        report.Error.Message.ShouldContain($"the history of {tool}");
        report.Error.Remedy.ShouldContain($"'adopt: {history}' below 'databases: {database.Name}:'");
    }

    [PostgresFact]
    public async Task History_of_another_tool_than_the_one_to_adopt_is_left_alone()
    {
        var database = await With("golang-migrate");
        database.Options = ReleaseOptions.Default with { Adopt = DonorTool.Flyway };

        (await database.Apply()).Error!.Remedy.ShouldContain("'adopt: golang-migrate'");
    }

    [PostgresFact]
    public async Task Two_histories_of_the_tool_to_adopt_are_both_named_and_left_alone()
    {
        var database = await With("golang-migrate");
        await database.Execute(
            "CREATE SCHEMA other",
            "CREATE TABLE other.\"my versions\" (version bigint NOT NULL PRIMARY KEY, dirty boolean NOT NULL)");
        database.Options = ReleaseOptions.Default with { Adopt = DonorTool.GolangMigrate };

        var report = await database.Apply();

        report.Error!.Message.ShouldEndWith("carries the history of golang-migrate: 'other.\"my versions\"', 'public.schema_migrations'.");
        report.Error.Remedy.ShouldContain("Mark");
    }

    [PostgresFact]
    public async Task Tables_of_the_application_itself_are_no_history()
    {
        var database = new TestDatabase(postgres.Server, await postgres.CreateDatabase());
        await database.Execute(
            "CREATE TABLE changelog (id int, what text)", "CREATE TABLE migrations (bird text)", "CREATE TABLE changes (id int)");
        database.Scripts.With("1_a.sql", "CREATE TABLE drawn (id int)");

        (await database.Apply()).Error.ShouldBeNull();
    }

    private async Task<TestDatabase> With(string history)
    {
        var database = new TestDatabase(postgres.Server, await postgres.CreateDatabase());
        await database.LeaveHistoryOf(history);
        database.Scripts.With("1_a.sql", "CREATE TABLE drawn (id int)");
        return database;
    }
}
