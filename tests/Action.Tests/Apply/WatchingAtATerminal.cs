using System.Diagnostics;
using Drawbridge.Tests.Shared;

namespace Drawbridge.GitHubAction.Tests.Apply;

/// <summary>The program at a terminal, which <c>script</c> of util-linux plays.</summary>
public sealed class WatchingAtATerminal(SharedPostgres postgres) : IClassFixture<SharedPostgres>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("drawbridge-terminal-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [PostgresFact]
    public async Task Bar_goes_on_below_a_line_for_each_script()
    {
        var database = await postgres.CreateDatabase();
        await File.WriteAllTextAsync(Path.Combine(_folder, "1_create_users.up.sql"), "CREATE TABLE users (id bigint);");
        await File.WriteAllTextAsync(Path.Combine(_folder, "2_add_[bold]name.up.sql"), "ALTER TABLE users ADD name text; SELECT pg_sleep(0.5);");

        var (exitCode, output) = await AtTerminal(database);

        exitCode.ShouldBe(0, output);
        output.ShouldContain($"{database}: applied migrations/{database}/1_create_users.up.sql (1 statement");
        output.ShouldContain("━━━━");
        output.ShouldContain("1 of 2");
        output.ShouldContain("2_add_[bold]name.up.sql");
        output.ShouldContain("2 of 2");
    }

    private async Task<(int ExitCode, string Output)> AtTerminal(string database)
    {
        using var terminal = Process.Start(new ProcessStartInfo(
            "script", ["--quiet", "--return", "--command", $"stty cols 140; dotnet {string.Join(' ', ProgramHere.Arguments)} apply --database-url '{postgres.Server.Url(database)}' .", "/dev/null"])
        {
            WorkingDirectory = _folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            Environment = { ["TERM"] = "xterm-256color", ["CI"] = null, ["GITHUB_ACTIONS"] = null },
        })!;
        var output = await terminal.StandardOutput.ReadToEndAsync();
        await terminal.WaitForExitAsync();
        return (terminal.ExitCode, output);
    }
}
