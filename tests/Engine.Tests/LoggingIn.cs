using Drawbridge.Engine.PostgreSql;
using Drawbridge.Manifests;
using Drawbridge.Tests.Shared;

namespace Drawbridge.Engine.Tests;

/// <summary>With a login that comes from elsewhere than the setting.</summary>
public sealed class LoggingIn(SharedPostgres postgres) : IClassFixture<SharedPostgres>
{
    private const string Wrong = "pa55word-that-must-not-show";

    private Login Good => new(postgres.Server.User, postgres.Server.Password);

    private Login Bad => Good with { Password = Wrong };

    [PostgresFact]
    public async Task A_login_that_is_refused_is_asked_for_again_once()
    {
        var login = new ChangingLogin(Bad, Good);

        (await Run(login)).Error.ShouldBeNull();
        login.Requests.Select(request => request.Refused).ShouldBe([null, Bad]);
        login.Requests[0].ShouldBe(new LoginRequest(postgres.Server.Host, postgres.Server.Port, postgres.Server.User) { Engine = "postgres" });
    }

    [PostgresFact]
    public async Task A_second_refusal_is_the_answer_and_shows_no_password()
    {
        var login = new ChangingLogin(Bad, Bad with { Password = Wrong + "2", RemedyIfRefused = "Rotate it." }, Good);

        var report = await Run(login);
        (report.Status, report.Error?.Code).ShouldBe((ResultStatus.Refused, "database-login-failed"));
        report.Error!.Remedy.ShouldBe("Rotate it.");
        report.ToString().ShouldNotContain(Wrong);
        login.Requests.Count.ShouldBe(2);
    }

    [PostgresFact]
    public async Task A_login_without_another_is_refused_at_once()
    {
        var login = new ChangingLogin(Bad);

        (await Run(login)).Error!.Code.ShouldBe("database-login-failed");
        login.Requests.Count.ShouldBe(2);
    }

    [PostgresFact]
    public async Task A_database_that_is_missing_is_no_reason_to_ask_again()
    {
        var login = new ChangingLogin(Good, Good);

        (await Run(login, "no_such_database")).Error!.Code.ShouldBe("database-missing");
        login.Requests.Count.ShouldBe(1);
    }

    [PostgresFact]
    public async Task The_place_in_the_setting_counts_more_than_the_login_s()
    {
        var login = new ChangingLogin(Good with { Host = "127.0.0.1", Port = 1 }) { NamesUser = true };

        var placeless = new ChangingLogin(Good) { NamesUser = true };
        var place = $"Host={postgres.Server.Host};Port={postgres.Server.Port};Database=DB_NAME";

        (await Run(login, setting: place)).Error.ShouldBeNull();
        (await Run(login, setting: "Database=DB_NAME")).Error!.Message.ShouldContain("'127.0.0.1:1'");
        (await Run(placeless, setting: "Database=DB_NAME")).Error!.Message.ShouldContain("names the host");
    }

    private async Task<RunReport> Run(ILoginSource login, string? database = null, string? setting = null)
    {
        setting ??= $"postgres://{postgres.Server.User}@{postgres.Server.Host}:{postgres.Server.Port}/DB_NAME";
        database ??= await postgres.CreateDatabase();
        var scripts = new ScriptsInMemory(database).With("1_a.sql", "CREATE TABLE a ()");
        var server = PostgreSqlServer.Parse(setting, new ServerOptions { Login = login });
        var run = new MigrationRun(server, scripts, TimeProvider.System);
        return await run.Run(scripts.Release(1), new Reports(), CancellationToken.None);
    }
}
