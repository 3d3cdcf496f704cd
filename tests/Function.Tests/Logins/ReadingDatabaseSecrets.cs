using Drawbridge.LambdaFunction.Logins;

namespace Drawbridge.LambdaFunction.Tests.Logins;

public sealed class ReadingDatabaseSecrets
{
    [Theory]
    [InlineData("""{"username":"migrator","password":"s3cret"}""", null, null)]
    [InlineData(
        """{"engine":"postgres","host":"db","username":"migrator","password":"s3cret","dbname":"shop","port":6543}""",
        "db", 6543)]
    [InlineData(
        """{"engine":"aurora-postgresql","host":"db","username":"migrator","password":"s3cret","port":"6543"}""",
        "db", 6543)]
    [InlineData("""{"username":"migrator","password":"s3cret","host":"","port":null}""", null, null)]
    public void What_RDS_and_the_rotation_templates_write_is_read(string text, string? host, int? port)
    {
        DatabaseSecret.TryRead(text, "postgres", out var login, out _).ShouldBeTrue();
        (login!.User, login.Password, login.Host, login.Port).ShouldBe(("migrator", "s3cret", host, port));
        login.ToString().ShouldNotContain("s3cret");
    }

    [Theory]
    [InlineData("s3cret", "no JSON")]
    [InlineData("\"s3cret\"", "no JSON object")]
    [InlineData("""{"username":"migrator","password":""}""", "lacks")]
    [InlineData("""{"user":"migrator","password":"s3cret"}""", "lacks")]
    [InlineData("""{"username":"migrator","password":["s3cret"]}""", "lacks")]
    [InlineData("""{"engine":"mysql","username":"migrator","password":"s3cret"}""", "'engine'")]
    [InlineData("""{"username":"migrator","password":"s3cret","port":"s3cret"}""", "'port'")]
    [InlineData("""{"username":"migrator","password":"s3cret","port":70000}""", "'port'")]
    [InlineData("""{"username":"migrator","password":"s3cret","port":0.5}""", "'port'")]
    public void What_is_no_login_says_why_and_keeps_the_secret(string text, string part)
    {
        DatabaseSecret.TryRead(text, "postgres", out var login, out var flaw).ShouldBeFalse();
        login.ShouldBeNull();
        flaw!.ShouldContain(part);
        flaw!.ShouldNotContain("s3cret");
    }
}
