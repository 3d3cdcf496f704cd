using Drawbridge.Engine.PostgreSql;

namespace Drawbridge.Engine.Tests;

public sealed class ReadingDatabaseSettings
{
    [Theory]
    [InlineData("postgres://shop:s%40cret@db.internal:6543/DB_NAME?sslmode=verify-full")]
    [InlineData("postgresql://shop@db.internal/DB_NAME")]
    [InlineData("Host=db.internal;Username=shop;Password=s@cret;Database=DB_NAME")]
    public void Url_or_keys_with_the_placeholder_serve_all_databases(string setting) =>
        PostgreSqlServer.Parse(setting).OnlyDatabase.ShouldBeNull();

    [Theory]
    [InlineData("postgres://shop@db.internal/DB_NAME?connect_timeout=2000")]
    [InlineData("Host=db.internal;Username=shop;Database=DB_NAME;Multiplexing=true;Encoding=none")]
    public void What_the_run_decides_itself_can_not_be_wrong(string setting) =>
        PostgreSqlServer.Parse(setting).OnlyDatabase.ShouldBeNull();

    [Fact]
    public void Setting_without_the_placeholder_serves_one_database() =>
        PostgreSqlServer.Parse("postgres://shop@localhost/projectdb").OnlyDatabase.ShouldBe("projectdb");

    [Theory]
    [InlineData("postgres://shop:top-secret@db.internal", "must name host, user and database")]
    [InlineData("postgres://:top-secret@db.internal/DB_NAME", "must name host, user and database")]
    [InlineData("postgres://shop:top-secret@db.internal:port/DB_NAME", "is not a URL")]
    [InlineData("postgres://shop:top-secret@db.internal/DB_NAME?sslmode=sometimes", "'sometimes'")]
    [InlineData("postgres://shop:top-secret@db.internal/DB_NAME?pooling=true", "'pooling'")]
    [InlineData("postgres://shop:top-secret@db.internal/DB_NAME?connect_timeout=soon", "'soon'")]
    [InlineData("postgres://shop:top-secret@db.internal/DB_NAME?sslmode=99", "'99'")]
    [InlineData("Host=db.internal;Port=70000;Username=shop;Password=top-secret;Database=DB_NAME", "its port")]
    [InlineData("Host=db.internal;SSL Mode=99;Username=shop;Password=top-secret;Database=DB_NAME", "TLS mode")]
    [InlineData("Host=db.internal;Target Session Attributes=primary;Username=shop;Password=top-secret;Database=DB_NAME", "single server")]
    [InlineData("Host=db.internal;Pasword=top-secret", "neither a URL nor")]
    [InlineData("mysql://shop:top-secret@db.internal/DB_NAME", "neither a URL nor")]
    [InlineData("", "must name host")]
    public void Bad_setting_is_named_without_its_password(string setting, string reason)
    {
        var problem = Should.Throw<DrawbridgeException>(() => PostgreSqlServer.Parse(setting)).Problem;

        problem.Code.ShouldBe("database-setting-invalid");
        problem.Message.ShouldContain(reason);
        problem.ToString().ShouldNotContain("top-secret");
    }

    [Theory]
    [InlineData("postgres://shop:top-secret@db.internal/DB_NAME", true, false, "and the test is to give one")]
    [InlineData("postgres://shop:top-secret@db.internal/DB_NAME", false, false, "it holds a password")]
    [InlineData("postgres://shop@db.internal/DB_NAME", true, false, "it names a user, and the test does too")]
    [InlineData("Host=db.internal", true, false, "it must name a database")]
    [InlineData("postgres://db.internal/DB_NAME", false, false, "must name host, user and database")]
    [InlineData("postgres://shop@db.internal/DB_NAME?sslmode=prefer", false, true, "the test must not use")]
    public void Setting_must_fit_where_the_login_comes_from(string setting, bool namesUser, bool needsTls, string reason)
    {
        var login = new ChangingLogin { NamesUser = namesUser, NeedsTls = needsTls };
        var options = new ServerOptions { Login = login };
        var problem = Should.Throw<DrawbridgeException>(() => PostgreSqlServer.Parse(setting, options)).Problem;

        problem.Code.ShouldBe("database-setting-invalid");
        problem.Message.ShouldContain(reason);
        problem.ToString().ShouldNotContain("top-secret");
    }

    [Theory]
    [InlineData("/no/such/file.pem", "can't be read")]
    [InlineData("empty", "holds no certificate")]
    public void Root_certificates_must_be_there_when_the_setting_is_read(string file, string reason)
    {
        var path = file == "empty" ? Path.GetTempFileName() : file;
        var problem = Should.Throw<DrawbridgeException>(
            () => PostgreSqlServer.Parse($"postgres://shop:top-secret@db.internal/DB_NAME?sslrootcert={path}")).Problem;

        problem.Message.ShouldContain($"'{path}' {reason}");
        problem.ToString().ShouldNotContain("top-secret");
    }
}
