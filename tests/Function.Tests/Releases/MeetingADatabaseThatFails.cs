using System.Net;
using System.Net.Sockets;
using Drawbridge.LambdaFunction.Tests.Local;
using Drawbridge.Manifests;
using Drawbridge.Tests.Shared;

namespace Drawbridge.LambdaFunction.Tests.Releases;

public sealed class MeetingADatabaseThatFails(SharedPostgres postgres) : IClassFixture<SharedPostgres>
{
    [Fact]
    public async Task A_closed_port_is_unavailable_and_ends_in_an_exception_so_that_the_platform_retries()
    {
        await using var function = await LocalFunction.Start();
        await ShouldBeUnavailable(function, "database-unreachable");
        await ShouldBeUnavailable(function, "database-unreachable");
        function.ResultOf("shopdb")!.Attempt.ShouldBe(2);
    }

    [Fact]
    public async Task A_port_that_never_answers_is_unavailable()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var port = ((IPEndPoint)silent.LocalEndpoint).Port;
        await using var function = await LocalFunction.Start($"postgres://migrator:secret-word@127.0.0.1:{port}/DB_NAME?connect_timeout=1");
        await ShouldBeUnavailable(function, "database-silent");
    }

    [PostgresFact]
    public async Task A_wrong_password_is_refused()
    {
        var url = $"postgres://{postgres.Server.User}:secret-word@{postgres.Server.Host}:{postgres.Server.Port}/DB_NAME";
        await using var function = await LocalFunction.Start(url);
        ShouldBeRefused(await function.Deliver(Release("postgres")), "database-login-failed", function);
    }

    [PostgresFact]
    public async Task A_database_that_does_not_exist_is_refused()
    {
        await using var function = await LocalFunction.Start(postgres.Server.Url("DB_NAME"));
        ShouldBeRefused(await function.Deliver(Release("no_such_database")), "database-missing", function);
    }

    private static Release Release(string database) => SampleReleases.Release(
        database, SampleReleases.Script(database, "1_users.up.sql", "CREATE TABLE users (id int);"));

    private static async Task ShouldBeUnavailable(LocalFunction function, string code)
    {
        var exception = await Should.ThrowAsync<DrawbridgeException>(() => function.Deliver(Release("shopdb")));
        exception.Problem.Code.ShouldBe("release-unavailable");
        var result = function.ResultOf("shopdb").ShouldNotBeNull();
        (result.Status, result.Error!.Code).ShouldBe((ResultStatus.Unavailable, code));
        function.Log.ShouldNotContain("secret-word");
    }

    private static void ShouldBeRefused(Result? result, string code, LocalFunction function)
    {
        result.ShouldNotBeNull();
        (result.Status, result.Error!.Code).ShouldBe((ResultStatus.Refused, code));
        function.Log.ShouldNotContain("secret-word");
    }
}
