using System.Net;
using System.Net.Sockets;
using Drawbridge.Engine.PostgreSql;
using Drawbridge.Manifests;
using Drawbridge.Tests.Shared;
using Npgsql;

namespace Drawbridge.Engine.Tests;

/// <summary>The way to a database, with one thing broken at a time.</summary>
public sealed class Examining(SharedPostgres postgres) : IClassFixture<SharedPostgres>
{
    private const string Secret = "pa55word-that-must-not-show";

    [PostgresFact]
    public async Task A_way_without_an_obstacle_is_fine_and_nothing_is_changed()
    {
        var database = await postgres.CreateDatabase();

        var checks = await Examine(Setting(), database);

        checks.ShouldAllBe(check => check.Status == CheckStatus.Fine);
        checks.Select(check => check.Name).ShouldBe(
        [
            "database-name", "database-connection", "database-tls", "database-login", "root-database", "database-server",
            "database-privileges",
        ]);
        (await new TestDatabase(postgres.Server, database).Exists("drawbridge.history")).ShouldBeFalse();
        checks[3].Message.ShouldContain($"'{postgres.Server.User}': postgresql ");
    }

    [PostgresFact]
    public async Task A_database_with_a_history_is_fine_too()
    {
        var database = new TestDatabase(postgres.Server, await postgres.CreateDatabase());
        database.Scripts.With("1_a.sql", "CREATE TABLE a ()");
        (await database.Apply()).Error.ShouldBeNull();

        (await Examine(Setting(), database.Name)).ShouldAllBe(check => check.Status == CheckStatus.Fine);
        (await PostgreSqlServer.Parse(Setting().ConnectionString).ExamineDatabase(database.Name, CancellationToken.None))
            .Status.ShouldBe(CheckStatus.Fine);
    }

    [PostgresFact]
    public async Task A_name_without_an_address_hides_what_comes_after_it()
    {
        var setting = Setting();
        setting.Host = "no-such-host.invalid";

        await ShouldBreak(setting, "database-name", "database-host-unknown");
    }

    [PostgresFact]
    public async Task A_closed_port_is_told_from_a_silent_one()
    {
        var setting = Setting();
        using (var taken = new TcpListener(IPAddress.Loopback, 0))
        {
            taken.Start();
            setting.Port = ((IPEndPoint)taken.LocalEndpoint).Port;
        }

        await ShouldBreak(setting, "database-connection", "database-unreachable");
    }

    [PostgresFact]
    public async Task A_port_that_takes_connections_and_never_answers_is_silent_in_seconds()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var setting = Setting();
        setting.Port = ((IPEndPoint)silent.LocalEndpoint).Port;

        await ShouldBreak(setting, "database-tls", "database-silent");
    }

    [PostgresFact]
    public async Task What_is_no_PostgreSQL_is_said()
    {
        using var other = new WebServer();
        var setting = Setting();
        setting.Port = other.Port;

        await ShouldBreak(setting, "database-tls", "database-unreachable");
        await other.Work;
    }

    [PostgresFact]
    public async Task A_server_without_TLS_is_broken_when_the_setting_demands_it()
    {
        var setting = Setting();
        setting.SslMode = SslMode.VerifyFull;

        await ShouldBreak(setting, "database-tls", "database-tls-missing");
    }

    [PostgresFact]
    public async Task A_wrong_password_breaks_the_login_and_is_not_shown()
    {
        var setting = Setting();
        setting.Password = Secret;

        await ShouldBreak(setting, "database-login", "database-login-failed");
    }

    [PostgresFact]
    public async Task A_missing_root_database_leaves_the_login_fine() =>
        await ShouldBreak(Setting(), "root-database", "database-missing", "no_such_database");

    [PostgresFact]
    public async Task A_login_without_the_right_to_keep_a_history_is_broken()
    {
        var database = await postgres.CreateDatabase();

        await ShouldBreak(await Powerless(database), "database-privileges", "privilege-missing", database);
    }

    [PostgresFact]
    public async Task A_schema_of_its_own_is_right_enough()
    {
        var database = new TestDatabase(postgres.Server, await postgres.CreateDatabase());
        var setting = await Powerless(database.Name);
        await database.Execute($"CREATE SCHEMA drawbridge AUTHORIZATION {setting.Username}");
        var scripts = new ScriptsInMemory(database.Name).With("1_a.sql", "SELECT 1");
        var server = PostgreSqlServer.Parse(setting.ConnectionString);

        (await Examine(setting, database.Name)).ShouldAllBe(check => check.Status == CheckStatus.Fine);
        var report = await new MigrationRun(server, scripts, TimeProvider.System)
            .Run(scripts.Release(1), new Reports(), CancellationToken.None);
        report.Error.ShouldBeNull();
        (await Examine(setting, database.Name)).ShouldAllBe(check => check.Status == CheckStatus.Fine);
    }

    [PostgresFact]
    public async Task A_history_that_belongs_to_somebody_else_is_broken()
    {
        var database = new TestDatabase(postgres.Server, await postgres.CreateDatabase());
        database.Scripts.With("1_a.sql", "SELECT 1");
        (await database.Apply()).Error.ShouldBeNull();
        var setting = await Powerless(database.Name);
        await database.Execute($"GRANT USAGE ON SCHEMA drawbridge TO {setting.Username}");

        await ShouldBreak(setting, "database-privileges", "privilege-missing", database.Name);
    }

    [PostgresFact]
    public async Task A_server_that_takes_no_writes_is_broken()
    {
        var database = await postgres.CreateDatabase();
        var setting = Setting();
        setting.Options = "-c default_transaction_read_only=on";

        await ShouldBreak(setting, "database-server", "database-read-only", database);
    }

    [PostgresFact]
    public async Task A_login_that_can_not_be_had_leaves_the_way_to_the_server_visible()
    {
        var setting = $"postgres://{postgres.Server.User}@{postgres.Server.Host}:{postgres.Server.Port}/DB_NAME";
        var server = PostgreSqlServer.Parse(setting, new ServerOptions { Login = new MissingLogin() });

        var checks = await server.Examine("postgres", CancellationToken.None);

        Outcomes(checks).ShouldBe(
        [
            "database-credentials Broken", "database-name Fine", "database-connection Fine", "database-tls Fine",
            "database-login Skipped", "root-database Skipped", "database-server Skipped", "database-privileges Skipped",
        ]);
    }

    private static IEnumerable<string> Outcomes(IEnumerable<DoctorCheck> checks) =>
        checks.Select(check => $"{check.Name} {check.Status}");

    private static Task<IReadOnlyList<DoctorCheck>> Examine(NpgsqlConnectionStringBuilder setting, string database) =>
        PostgreSqlServer.Parse(setting.ConnectionString).Examine(database, CancellationToken.None);

    /// <summary>One is broken, those before it are fine, those after it were not looked at, but for the independent last.</summary>
    private static async Task ShouldBreak(
        NpgsqlConnectionStringBuilder setting, string name, string code, string database = "postgres")
    {
        var checks = await Examine(setting, database);

        var broken = checks.Where(check => check.Status == CheckStatus.Broken).ShouldHaveSingleItem();
        (broken.Name, broken.Code).ShouldBe((name, code), broken.Message);
        broken.Remedy.ShouldNotBeNullOrWhiteSpace();
        var place = checks.TakeWhile(check => check != broken).Count();
        checks.Take(place).ShouldAllBe(check => check.Status == CheckStatus.Fine);
        var expected = name == "database-server" ? CheckStatus.Fine : CheckStatus.Skipped;
        checks.Skip(place + 1).ShouldAllBe(check => check.Status == expected);
        checks.Count.ShouldBe(7);
        string.Concat(checks).ShouldNotContain(Secret);
    }

    private NpgsqlConnectionStringBuilder Setting() => new(postgres.Server.ConnectionString(DatabaseServer.Placeholder));

    private async Task<NpgsqlConnectionStringBuilder> Powerless(string database)
    {
        var role = $"powerless_{database}";
        await new TestDatabase(postgres.Server, database).Execute(
            $"DROP ROLE IF EXISTS {role}", $"CREATE ROLE {role} LOGIN PASSWORD '{Secret}'");
        var setting = Setting();
        (setting.Username, setting.Password) = (role, Secret);
        return setting;
    }

    private sealed class MissingLogin : ILoginSource
    {
        public string Name => "the test";

        public bool NamesUser => false;

        public bool NeedsTls => false;

        public Task<Login?> Find(LoginRequest request, CancellationToken cancellationToken) =>
            throw new DrawbridgeException(new Problems.CredentialsMissing());
    }

    /// <summary>Speaks another protocol to two connections.</summary>
    private sealed class WebServer : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

        public WebServer()
        {
            _listener.Start();
            Work = Answer();
        }

        public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

        public Task Work { get; }

        public void Dispose() => _listener.Dispose();

        private async Task Answer()
        {
            for (var connections = 0; connections < 2; connections++)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                await client.GetStream().WriteAsync("HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray());
            }
        }
    }
}
