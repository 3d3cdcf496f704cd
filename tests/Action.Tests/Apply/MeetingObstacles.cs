using System.Net;
using System.Net.Sockets;
using System.Text;
using Drawbridge.GitHubAction.CommandLine;
using Drawbridge.Tests.Shared;
using Npgsql;

namespace Drawbridge.GitHubAction.Tests.Apply;

public sealed class MeetingObstacles(SharedPostgres postgres) : IClassFixture<SharedPostgres>, IDisposable
{
    private const string Secret = "wr0ng-secret";

    private readonly string _folder = Directory.CreateTempSubdirectory("drawbridge-obstacles-").FullName;
    private readonly StringWriter _output = new();

    public void Dispose()
    {
        _output.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [PostgresFact]
    public Task Wrong_password_is_said_and_not_shown() =>
        ShouldFail(Url(server => server.Password = Secret), "database-login-failed");

    [PostgresFact]
    public Task Missing_database_is_said() =>
        ShouldFail(Url(server => server.Database = "no_such_database"), "database-missing");

    [PostgresFact]
    public async Task Closed_port_is_said()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        taken.Stop();

        await ShouldFail(Url(server => server.Port = port), "database-unreachable");
    }

    [PostgresFact]
    public async Task Port_that_never_answers_is_said()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();

        await ShouldFail(
            Url(server =>
            {
                server.Port = ((IPEndPoint)silent.LocalEndpoint).Port;
                server.Timeout = 1;
            }),
            "database-silent");
    }

    [Theory]
    [InlineData("empty")]
    [InlineData("not UTF-8")]
    [InlineData("too large")]
    public async Task File_that_is_no_text_is_refused_before_the_database_is_reached(string flaw)
    {
        await File.WriteAllBytesAsync(Path.Combine(_folder, "2_flawed.sql"), FileThatIs(flaw));

        await ShouldFail("Host=127.0.0.1;Port=9;Username=me;Database=shop", "file-hygiene");

        _output.ToString().ShouldContain("2_flawed.sql");
    }

    [Theory]
    [InlineData("engine: sqlserver")]
    [InlineData("databases: { shop: { engine: sqlserver } }")]
    public async Task Keys_that_lead_to_another_engine_than_the_scripts_are_for_are_refused(string settings)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "shop"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "shop", "1_a.sql"), "SELECT 1;");
        await File.WriteAllTextAsync(Path.Combine(_folder, "drawbridge.yml"), $"{settings}\n");

        await ShouldFail($"Server=127.0.0.1;User ID=sa;Password={Secret};Database=DB_NAME", "database-setting-invalid");

        _output.ToString().ShouldContain("'Server=tcp:host,1433;…'");
    }

    private static byte[] FileThatIs(string flaw) => flaw switch
    {
        "empty" => [],
        "not UTF-8" => [.. "SELECT '"u8, 0xFF, .. "'"u8],
        _ => Encoding.UTF8.GetBytes(new string('-', 17 * 1024 * 1024)),
    };

    private string Url(Action<NpgsqlConnectionStringBuilder> change)
    {
        var setting = new NpgsqlConnectionStringBuilder(postgres.Server.ConnectionString("postgres"));
        change(setting);
        return setting.ConnectionString;
    }

    private async Task ShouldFail(string setting, string code)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "1_create_users.sql"), "CREATE TABLE users (id bigint PRIMARY KEY);");
        var surroundings = new Surroundings(
            new Dictionary<string, string>(), _folder, TimeProvider.System, _output, _output, IsTerminal: false);

        var exitCode = await DrawbridgeCommandLine.Run(["apply", "--database-url", setting, _folder], surroundings);

        exitCode.ShouldBe((int)ExitCode.Failed, _output.ToString());
        _output.ToString().ShouldContain(code);
        _output.ToString().ShouldNotContain(Secret);
        _output.ToString().ShouldNotContain("   at ");
    }
}
