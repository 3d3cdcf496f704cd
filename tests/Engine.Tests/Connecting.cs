using System.Net;
using System.Net.Sockets;
using Drawbridge.Engine.PostgreSql;
using Drawbridge.Manifests;
using Drawbridge.Tests.Shared;
using Npgsql;

namespace Drawbridge.Engine.Tests;

public sealed class Connecting(SharedPostgres postgres) : IClassFixture<SharedPostgres>
{
    private const string Secret = "pa55word-that-must-not-show";

    [PostgresFact]
    public async Task Missing_database_is_refused_and_named()
    {
        var report = await Run(Setting(), database: "no_such_database");

        ShouldBe(report, ResultStatus.Refused, "database-missing", "'no_such_database'");
    }

    [PostgresFact]
    public async Task Wrong_password_is_refused_without_showing_it()
    {
        var setting = Setting();
        setting.Password = Secret;

        var report = await Run(setting);

        ShouldBe(report, ResultStatus.Refused, "database-login-failed", "28P01");
    }

    [PostgresFact]
    public async Task Closed_port_is_unavailable()
    {
        var setting = Setting();
        using (var taken = new TcpListener(IPAddress.Loopback, 0))
        {
            taken.Start();
            setting.Port = ((IPEndPoint)taken.LocalEndpoint).Port;
        }

        ShouldBe(await Run(setting), ResultStatus.Unavailable, "database-unreachable", $":{setting.Port}");
    }

    [PostgresFact]
    public async Task Port_that_never_answers_is_unavailable_within_its_time()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var setting = Setting();
        setting.Port = ((IPEndPoint)silent.LocalEndpoint).Port;
        setting.Timeout = 1;

        ShouldBe(await Run(setting), ResultStatus.Unavailable, "database-silent", "within 1 s");
    }

    [PostgresFact]
    public async Task Setting_that_would_wait_for_ever_waits_as_long_as_any()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var setting = Setting();
        (setting.Port, setting.Timeout) = (((IPEndPoint)silent.LocalEndpoint).Port, 0);

        ShouldBe(await Run(setting), ResultStatus.Unavailable, "database-silent", "within 20 s");
    }

    [PostgresFact]
    public async Task Characters_and_quotes_mean_what_the_file_shows_whatever_the_settings_say()
    {
        var database = await postgres.CreateDatabase();
        var admin = new TestDatabase(postgres.Server, database);
        await admin.Execute($"ALTER DATABASE \"{database}\" SET standard_conforming_strings = off");
        var setting = Setting();
        setting.ClientEncoding = "LATIN1";
        var scripts = new ScriptsInMemory(database)
            .With("1_a.sql", @"CREATE TABLE a AS SELECT 'größer\n' AS v")
            .With("2_a.sql", @"RESET ALL; INSERT INTO a VALUES ('größer\n')");
        var run = new MigrationRun(PostgreSqlServer.Parse(setting.ConnectionString), scripts, TimeProvider.System);

        (await run.Run(scripts.Release(1), new Reports(), CancellationToken.None)).Error.ShouldBeNull();

        (await admin.Query("SELECT DISTINCT v FROM a")).ShouldBe([@"größer\n"]);
    }

    [PostgresFact]
    public async Task Unknown_host_is_unavailable()
    {
        var setting = Setting();
        setting.Host = "no-such-host.invalid";

        ShouldBe(await Run(setting), ResultStatus.Unavailable, "database-host-unknown", "'no-such-host.invalid'");
    }

    [PostgresFact]
    public async Task Server_without_tls_is_refused_when_the_setting_asks_for_it()
    {
        var setting = Setting();
        setting.SslMode = SslMode.VerifyFull;

        ShouldBe(await Run(setting), ResultStatus.Refused, "database-tls-missing", "no encrypted connection");
    }

    [PostgresFact]
    public async Task Setting_for_one_database_serves_no_other()
    {
        var setting = Setting();
        setting.Database = "postgres";

        ShouldBe(await Run(setting, database: "projectdb"), ResultStatus.Refused, "database-setting-invalid", "'projectdb'");
    }

    [PostgresFact]
    public async Task Pooler_in_between_is_refused_before_the_lock_is_taken()
    {
        using var pooler = new PoolerInBetween(postgres.Server.Host, postgres.Server.Port);
        var setting = Setting();
        (setting.Host, setting.Port) = ("127.0.0.1", pooler.Port);

        ShouldBe(await Run(setting), ResultStatus.Refused, "pooler-detected", $":{pooler.Port}");
        await pooler.Work;
    }

    [PostgresFact]
    public async Task Login_without_the_right_to_create_a_schema_is_refused()
    {
        var database = await postgres.CreateDatabase();
        var admin = new TestDatabase(postgres.Server, database);
        await admin.Execute("DROP ROLE IF EXISTS powerless", $"CREATE ROLE powerless LOGIN PASSWORD '{Secret}'");
        var setting = Setting();
        (setting.Username, setting.Password) = ("powerless", Secret);

        ShouldBe(await Run(setting, database), ResultStatus.Refused, "privilege-missing", "'drawbridge'");
        await admin.Execute("DROP ROLE powerless");
    }

    private static void ShouldBe(RunReport report, ResultStatus status, string code, string part)
    {
        (report.Status, report.Error?.Code).ShouldBe((status, code));
        report.Error!.Message.ShouldContain(part);
        report.Error.Remedy.ShouldNotBeNullOrWhiteSpace();
        report.ToString().ShouldNotContain(Secret);
    }

    private static Task<RunReport> Run(NpgsqlConnectionStringBuilder setting, string database = "postgres")
    {
        var scripts = new ScriptsInMemory(database).With("1_a.sql", "CREATE TABLE a (id int)");
        var run = new MigrationRun(PostgreSqlServer.Parse(setting.ConnectionString), scripts, TimeProvider.System);
        return run.Run(scripts.Release(1), new Reports(), CancellationToken.None);
    }

    private NpgsqlConnectionStringBuilder Setting() => new(postgres.Server.ConnectionString(DatabaseServer.Placeholder));
}
