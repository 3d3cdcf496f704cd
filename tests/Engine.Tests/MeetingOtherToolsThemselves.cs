using Drawbridge.Tests.Shared;

namespace Drawbridge.Engine.Tests;

public sealed class MeetingOtherToolsThemselves(SharedPostgres postgres) : IClassFixture<SharedPostgres>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("drawbridge-tool-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [InstalledToolFact("dbmate")]
    public Task Dbmate_is_recognised_by_what_it_leaves() => ShouldBeRecognised("dbmate", async database =>
    {
        var tool = new OtherTool("dbmate", _folder);
        tool.Write("db/migrations/1_a.sql", "-- migrate:up\nCREATE TABLE a (id int);\n-- migrate:down\nDROP TABLE a;\n");
        await tool.Run("--url", $"{postgres.Server.Url(database)}?sslmode=disable", "--no-dump-schema", "up");
    });

    [InstalledToolFact("sql-migrate")]
    public Task Sql_migrate_is_recognised_by_what_it_leaves() => ShouldBeRecognised("sql-migrate", async database =>
    {
        var tool = new OtherTool("sql-migrate", _folder);
        var source = $"{postgres.Server.Url(database)}?sslmode=disable";
        tool.Write("dbconfig.yml", $"development: {{ dialect: postgres, datasource: '{source}', dir: scripts }}\n");
        tool.Write("scripts/1_a.sql", "-- +migrate Up\nCREATE TABLE a (id int);\n-- +migrate Down\nDROP TABLE a;\n");
        await tool.Run("up");
    });

    [InstalledToolFact("sqitch")]
    public Task Sqitch_is_recognised_by_what_it_leaves() => ShouldBeRecognised("Sqitch", async database =>
    {
        var tool = new OtherTool("sqitch", _folder);
        await tool.Run("init", "proof", "--engine", "pg");
        await tool.Run("add", "a", "-n", "a table");
        tool.Write("deploy/a.sql", "BEGIN;\nCREATE TABLE a (id int);\nCOMMIT;\n");
        await tool.Run("deploy", $"db:{postgres.Server.Url(database)}");
    });

    private async Task ShouldBeRecognised(string tool, Func<string, Task> migrate)
    {
        var database = new TestDatabase(postgres.Server, await postgres.CreateDatabase());
        await migrate(database.Name);
        database.Scripts.With("1_a.sql", "CREATE TABLE a (id int)");

        var error = (await database.Apply()).Error!;

        error.Code.ShouldBe("foreign-history");
        error.Message.ShouldContain($"the history of {tool}:");
    }
}
