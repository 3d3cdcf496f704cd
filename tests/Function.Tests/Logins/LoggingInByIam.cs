using Amazon.Runtime;
using Drawbridge.Engine;
using Drawbridge.Engine.PostgreSql;
using Drawbridge.LambdaFunction.Logins;
using Drawbridge.LambdaFunction.Tests.Local;
using Drawbridge.Tests.Shared;
using Drawbridge.Tests.Shared.Tls;

namespace Drawbridge.LambdaFunction.Tests.Logins;

/// <summary>
/// Over TLS to a real server that asks for the password in the clear, as RDS does. It can't judge a token, so the one
/// that is right for the clock and the credentials of a test is the role's password.
/// </summary>
public sealed class LoggingInByIam(TlsPostgres postgres) : IClassFixture<TlsPostgres>
{
    private const string Role = "migrator";

    private static readonly ImmutableCredentials Credentials =
        new("ASIAEXAMPLE", "secret-word", new string('t', 1_200));

    private readonly ManualTime _time = new();

    [PostgresFact]
    public async Task The_token_of_the_moment_is_the_password()
    {
        var login = ("localhost", postgres.Server.Port, Role);
        await SetPassword(RdsToken.Create(Credentials, "eu-central-1", login, _time.GetUtcNow()));
        await using (var session = await Server().Connect("postgres", "r", default))
        {
            session.Server.Engine.ShouldBe("postgresql");
        }

        // A minute later it is another one.
        _time.Advance(TimeSpan.FromMinutes(1));
        var refused = await Should.ThrowAsync<DrawbridgeException>(() => Server().Connect("postgres", "r", default));
        refused.Problem.Code.ShouldBe("database-login-failed");
        refused.Problem.Remedy.ShouldContain("rds_iam");
        refused.ToString().ShouldNotContain("X-Amz-Signature");
    }

    [PostgresFact]
    public async Task It_never_goes_to_a_server_that_does_not_prove_who_it_is()
    {
        var refused = await Should.ThrowAsync<DrawbridgeException>(
            () => Server(postgres.StrangerFile).Connect("postgres", "r", default));
        refused.Problem.Code.ShouldBe("database-certificate-untrusted");
    }

    [Theory]
    [InlineData("shop.c9akciq32.eu-west-1.rds.amazonaws.com", "eu-west-1")]
    [InlineData("shop.proxy-c9akciq32.cn-north-1.rds.amazonaws.com.cn", "cn-north-1")]
    [InlineData("db.internal", "eu-central-1")]
    public async Task The_endpoint_tells_the_region(string host, string region)
    {
        var login = await new IamLogin(Aws).Find(new LoginRequest(host, 5432, Role) { Engine = "postgres" }, default);
        login!.Password.ShouldContain($"%2F{region}%2Frds-db%2F");
    }

    private AwsAccess Aws => new(
        new Dictionary<string, string> { ["AWS_REGION"] = "eu-central-1" }, _ => Task.FromResult(Credentials), _time);

    private PostgreSqlServer Server(string? authorities = null) => PostgreSqlServer.Parse(
        $"postgres://{Role}@localhost:{postgres.Server.Port}/DB_NAME",
        new ServerOptions { Login = new IamLogin(Aws), Authorities = authorities ?? postgres.AuthorityFile });

    private async Task SetPassword(string token)
    {
        await postgres.AskForPlainPassword(Role);
        await postgres.Execute($"CREATE ROLE {Role} LOGIN SUPERUSER PASSWORD '{token}'");
    }
}
