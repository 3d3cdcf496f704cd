using Drawbridge.Engine.PostgreSql;
using Drawbridge.Manifests;
using Drawbridge.Tests.Shared;
using Drawbridge.Tests.Shared.Tls;

namespace Drawbridge.Engine.Tests;

/// <summary>TLS to a real server, in libpq's words.</summary>
public sealed class ProvingWhoTheServerIs(TlsPostgres postgres) : IClassFixture<TlsPostgres>
{
    [PostgresFact]
    public async Task The_right_authority_and_name_are_accepted()
    {
        await postgres.Show(postgres.Authority.Sign("localhost"));

        (await RunAt($"sslmode=verify-full&sslrootcert={postgres.AuthorityFile}")).Error.ShouldBeNull();
    }

    [PostgresFact]
    public async Task One_authority_among_several_in_a_file_is_enough()
    {
        await postgres.Show(postgres.Authority.Sign("localhost"));
        var bundle = postgres.File("bundle.pem", postgres.Stranger.Pem + postgres.Authority.Pem);

        (await RunAt($"sslmode=verify-full&sslrootcert={bundle}")).Error.ShouldBeNull();
    }

    [PostgresFact]
    public async Task Another_name_is_refused_with_the_names_that_it_is_for()
    {
        await postgres.Show(postgres.Authority.Sign("db.elsewhere.example"));

        var report = await RunAt($"sslmode=verify-full&sslrootcert={postgres.AuthorityFile}");
        ShouldBe(report, "database-certificate-misnamed", "'db.elsewhere.example'", "not for 'localhost'");
        (await RunAt($"sslmode=verify-ca&sslrootcert={postgres.AuthorityFile}")).Error.ShouldBeNull();
    }

    [PostgresFact]
    public async Task A_doctor_tells_who_the_server_is_before_anybody_logs_in()
    {
        await postgres.Show(postgres.Authority.Sign("db.elsewhere.example"));
        (await Examine("verify-full")).ShouldBe((CheckStatus.Broken, "database-certificate-misnamed"));
        (await Examine("verify-ca")).ShouldBe((CheckStatus.Fine, null));
        (await Examine("require", postgres.StrangerFile)).ShouldBe((CheckStatus.Broken, "database-certificate-untrusted"));

        await postgres.Show(postgres.Authority.Sign("localhost"));
        (await Examine("verify-full")).ShouldBe((CheckStatus.Fine, null));
    }

    [PostgresFact]
    public async Task An_address_must_be_in_the_certificate_too()
    {
        await postgres.Show(postgres.Authority.Sign("localhost"));
        var verified = $"sslmode=verify-full&sslrootcert={postgres.AuthorityFile}";

        ShouldBe(await RunAt(verified, host: "127.0.0.1"), "database-certificate-misnamed", "not for '127.0.0.1'");
        await postgres.Show(postgres.Authority.Sign("127.0.0.1"));
        (await RunAt(verified, host: "127.0.0.1")).Error.ShouldBeNull();
    }

    [PostgresTheory]
    [InlineData("verify-full")]
    [InlineData("verify-ca")]
    [InlineData("require")]
    public async Task An_unknown_authority_is_refused_with_its_name(string mode)
    {
        await postgres.Show(postgres.Authority.Sign("localhost"));

        var report = await RunAt($"sslmode={mode}&sslrootcert={postgres.StrangerFile}");
        ShouldBe(report, "database-certificate-untrusted", "'CN=Test authority'", "stranger.pem");
    }

    [PostgresFact]
    public async Task The_authorities_of_the_system_do_not_know_ours()
    {
        await postgres.Show(postgres.Authority.Sign("localhost"));

        ShouldBe(await RunAt("sslrootcert=system"), "database-certificate-untrusted", "'system'");
    }

    [PostgresFact]
    public async Task A_certificate_that_is_out_of_date_is_refused_with_its_time()
    {
        await postgres.Show(postgres.Authority.Sign("localhost", isOutOfDate: true));

        var report = await RunAt($"sslmode=verify-full&sslrootcert={postgres.AuthorityFile}");
        ShouldBe(report, "database-tls-failed", "out of date");
    }

    [PostgresFact]
    public async Task A_server_elsewhere_must_prove_itself_unless_the_setting_says_otherwise()
    {
        await postgres.Show(postgres.Authority.Sign("localhost"));
        var strict = new ServerOptions { VerifiesServers = true, Authorities = postgres.StrangerFile };
        // Whatever a login source names is taken for a host elsewhere.
        var elsewhere = strict with { Login = new ChangingLogin(Login) { NamesUser = true } };
        const string Place = "Database=DB_NAME";

        ShouldBe(await Run(Place, elsewhere), "database-certificate-untrusted", "stranger.pem");
        (await Run(Place, elsewhere with { VerifiesServers = false })).Error.ShouldBeNull();
        (await Run(Place + ";SslMode=Require", elsewhere)).Error.ShouldBeNull();
        (await Run(Place, elsewhere with { Authorities = postgres.AuthorityFile })).Error.ShouldBeNull();
        (await Run(postgres.Server.Url("DB_NAME"), strict)).Error.ShouldBeNull();
    }

    private Login Login =>
        new(postgres.Server.User, postgres.Server.Password) { Host = "localhost", Port = postgres.Server.Port };

    private static void ShouldBe(RunReport report, string code, params string[] parts)
    {
        (report.Status, report.Error?.Code).ShouldBe((ResultStatus.Refused, code), report.Error?.Message);
        parts.ShouldAllBe(part => report.Error!.Message.Contains(part), report.Error!.Message);
    }

    private Task<RunReport> RunAt(string parameters, string host = "localhost") =>
        Run($"{postgres.Server.Url("DB_NAME", host, postgres.Server.Port)}?{parameters}", options: null);

    private async Task<RunReport> Run(string setting, ServerOptions? options)
    {
        var scripts = new ScriptsInMemory(await postgres.Server.CreateDatabase()).With("1_a.sql", "CREATE TABLE a ()");
        var run = new MigrationRun(PostgreSqlServer.Parse(setting, options), scripts, TimeProvider.System);
        return await run.Run(scripts.Release(1), new Reports(), CancellationToken.None);
    }

    private async Task<(CheckStatus Status, string? Code)> Examine(string mode, string? authorities = null)
    {
        var url = postgres.Server.Url("postgres", "localhost", postgres.Server.Port);
        var server = PostgreSqlServer.Parse($"{url}?sslmode={mode}&sslrootcert={authorities ?? postgres.AuthorityFile}");
        var checks = await server.Examine("postgres", CancellationToken.None);
        var tls = checks.Single(check => check.Name == "database-tls");
        checks.Single(check => check.Name == "database-login").Status
            .ShouldBe(tls.Status == CheckStatus.Fine ? CheckStatus.Fine : CheckStatus.Skipped);
        return (tls.Status, tls.Code);
    }
}
