using System.Diagnostics;
using Drawbridge.GitHubAction.Tests.Deploy;
using Drawbridge.Tests.Shared;
using Npgsql;

namespace Drawbridge.GitHubAction.Tests.Apply;

public sealed class BeingInterrupted(SharedPostgres postgres) : IClassFixture<SharedPostgres>, IDisposable
{
    private const string IsAsleep = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'";

    private const string Locks =
        "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";

    private readonly string _folder = Directory.CreateTempSubdirectory("drawbridge-interrupted-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [PostgresTheory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Statement_at_work_is_rolled_back_and_the_next_run_goes_on(string signal)
    {
        var database = await postgres.CreateDatabase();
        await File.WriteAllTextAsync(Path.Combine(_folder, "1_create_users.up.sql"), "CREATE TABLE users (id bigint);");
        await File.WriteAllTextAsync(Path.Combine(_folder, "2_slow.up.sql"), "CREATE TABLE slow (id bigint); SELECT pg_sleep(600);");
        using var apply = Start(database);
        while (await Scalar(database, IsAsleep) is not 1L)
        {
            apply.HasExited.ShouldBeFalse("It ended before it was interrupted.");
            await Task.Delay(20);
        }

        var output = await apply.Signal(signal);

        apply.ExitCode.ShouldBe(1, output);
        output.ShouldContain("error cancelled: ");
        output.ShouldContain("2_slow.up.sql', which was rolled back");
        output.ShouldContain("Run 'drawbridge apply' again to go on");
        output.ShouldNotContain("deadline");
        (await Scalar(database, "SELECT count(*) FROM drawbridge.history")).ShouldBe(1L);
        (await Scalar(database, "SELECT to_regclass('slow') IS NULL")).ShouldBe(true);
        (await Scalar(database, Locks)).ShouldBe(0L);
    }

    private Process Start(string database) => Process.Start(new ProcessStartInfo(
        "dotnet", [.. ProgramHere.Arguments, "apply", "--database-url", postgres.Server.Url(database), "."])
    {
        WorkingDirectory = _folder,
        UseShellExecute = false,
        RedirectStandardOutput = true,
    })!;

    private async Task<object?> Scalar(string database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(postgres.Server.ConnectionString(database));
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
