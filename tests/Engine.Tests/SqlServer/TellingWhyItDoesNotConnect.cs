using System.Security.Authentication;
using Drawbridge.Engine.SqlServer;

namespace Drawbridge.Engine.Tests.SqlServer;

public sealed class TellingWhyItDoesNotConnect
{
    [Theory]
    [InlineData(4060, "database-missing", false)]
    [InlineData(18456, "database-login-failed", false)]
    [InlineData(18487, "database-login-failed", false)]
    [InlineData(40613, "database-busy", true)]
    [InlineData(17187, "database-busy", true)]
    [InlineData(978, "database-read-only", true)]
    [InlineData(-2, "database-silent", true)]
    [InlineData(7, "database-unreachable", true)]
    public void Each_answer_of_the_server_is_a_problem_of_its_own(int number, string code, bool mayPass)
    {
        var setting = ConnectionSetting.Parse("sqlserver://sa:secret@db.example/shop", login: null);

        var problem = ConnectProblem.Of(new ServerError(number, 14, "Words. More words."), failure: null, setting, login: null);

        (problem.Code, problem.MayPass).ShouldBe((code, mayPass));
        problem.Message.ShouldNotContain("secret");
    }

    [DriverTheory]
    [InlineData("127.0.0.1:1", "database-unreachable")]
    [InlineData("no-such-host.invalid", "database-host-unknown")]
    public async Task Way_that_ends_early_is_told_without_the_driver(string place, string code)
    {
        var server = DatabaseServer.Parse($"sqlserver://sa:secret@{place}/DB_NAME");

        var exception = await Should.ThrowAsync<DrawbridgeException>(() => server.Connect("shop", "release", default));

        exception.Problem.Code.ShouldBe(code);
    }

    [Fact]
    public void Wrong_password_can_be_replaced_by_a_secrets_newer_one()
    {
        var setting = ConnectionSetting.Parse("sqlserver://sa:secret@db.example/shop", login: null);

        ConnectProblem.Of(new ServerError(18456, 14, ""), failure: null, setting, login: null)
            .ShouldBeOfType<Problems.DatabaseLoginFailed>().IsOfPassword.ShouldBeTrue();
    }

    [Fact]
    public void Certificate_that_the_driver_refuses_is_a_problem_of_encryption()
    {
        var setting = ConnectionSetting.Parse("sqlserver://sa:secret@db.example/shop", login: null);
        var failure = new InvalidOperationException("outer", new AuthenticationException("The remote certificate was rejected."));

        ConnectProblem.Of(new ServerError(0, 20, "outer"), failure, setting, login: null).Code.ShouldBe("database-tls-failed");
    }
}
