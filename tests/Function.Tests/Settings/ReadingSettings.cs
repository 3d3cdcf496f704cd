using Drawbridge.LambdaFunction.Settings;

namespace Drawbridge.LambdaFunction.Tests.Settings;

public sealed class ReadingSettings
{
    private static readonly Dictionary<string, string> Good = new()
    {
        ["BUCKET"] = "acme-migrations",
        ["DATABASE"] = "postgres://migrator:secret-word@db.internal:5432/DB_NAME?sslmode=require",
    };

    [Fact]
    public void Bucket_and_database_are_enough()
    {
        var settings = FunctionSettings.Read(Good);
        settings.Flaws.ShouldBeEmpty();
        (settings.Bucket, settings.Layout.Prefix, settings.RootDatabase).ShouldBe(("acme-migrations", "", "postgres"));
        settings.Server.ShouldNotBeNull();
    }

    [Fact]
    public void A_database_may_be_a_list_of_keys() =>
        With("DATABASE", "Host=db;Username=migrator;Password=secret-word;Database=DB_NAME").Flaws.ShouldBeEmpty();

    [Fact]
    public void Root_database_is_the_servers_own_unless_another_is_named()
    {
        const string Url = "sqlserver://migrator:secret-word@db.internal/DB_NAME";

        (With("DATABASE", Url).RootDatabase, With("ROOT_DATABASE", "shop").RootDatabase).ShouldBe(("master", "shop"));
        With("DATABASE", Url).ToString().ShouldNotContain("secret-word");
    }

    [Fact]
    public void A_prefix_needs_no_slashes_in_the_right_places() => With("PREFIX", "/shop").Layout.Prefix.ShouldBe("shop/");

    [Theory]
    [InlineData("BUCKET", "", "setting-missing")]
    [InlineData("BUCKET", "s3://acme", "setting-invalid")]
    [InlineData("DATABASE", " ", "setting-missing")]
    [InlineData("DATABASE", "postgres://migrator:secret-word@/DB_NAME", "database-setting-invalid")]
    [InlineData("DATABASE", "postgres://migrator:secret-word@db/DB_NAME?colour=red", "database-setting-invalid")]
    [InlineData("DATABASE", "secret-word", "database-setting-invalid")]
    [InlineData("ROOT_DATABASE", "a b", "setting-invalid")]
    public void A_setting_that_can_not_be_used_is_a_flaw_that_keeps_the_secret(string name, string value, string code)
    {
        var flaw = With(name, value).Flaws.ShouldHaveSingleItem();
        flaw.Code.ShouldBe(code);
        flaw.ToString().ShouldNotContain("secret-word");
    }

    [Theory]
    [InlineData("postgres://db.internal:5432/DB_NAME", "rds!db-1a2b", "", null)]
    [InlineData("", "arn:aws:secretsmanager:eu-central-1:123456789012:secret:shop/migrator-AbCdEf", "password", null)]
    [InlineData("postgres://migrator@db.internal/DB_NAME", "", "iam", null)]
    [InlineData("postgres://migrator:secret-word@db.internal/DB_NAME", "", "password", null)]
    [InlineData("", "", "iam", "setting-missing")]
    [InlineData("postgres://migrator:secret-word@db.internal/DB_NAME", "shop/migrator", "", "database-setting-invalid")]
    [InlineData("postgres://migrator@db.internal/DB_NAME", "shop/migrator", "", "database-setting-invalid")]
    [InlineData("postgres://migrator:secret-word@db.internal/DB_NAME", "", "iam", "database-setting-invalid")]
    [InlineData("postgres://migrator@db.internal/DB_NAME?sslmode=disable", "", "iam", "database-setting-invalid")]
    [InlineData("postgres://migrator@db.internal/DB_NAME", "shop/migrator", "iam", "setting-invalid")]
    [InlineData("postgres://migrator@db.internal/DB_NAME", "", "kerberos", "setting-invalid")]
    [InlineData("sqlserver://db.internal:1433/DB_NAME", "rds!db-1a2b", "", null)]
    [InlineData("sqlserver://migrator@db.internal/DB_NAME", "", "iam", "database-setting-invalid")]
    [InlineData("postgres://db.internal/DB_NAME", "{\"password\":\"secret-word\"}", "", "database-setting-invalid")]
    public void The_login_comes_from_one_place(string database, string secret, string login, string? code)
    {
        var settings = FunctionSettings.Read(new Dictionary<string, string>(Good)
        {
            ["DATABASE"] = database,
            ["DATABASE_SECRET"] = secret,
            ["DATABASE_LOGIN"] = login,
        });

        settings.Flaws.Select(flaw => flaw.Code).ShouldBe(code is null ? [] : [code]);
        (settings.Server is null).ShouldBe(code is not null);
        $"{settings} {string.Join(' ', settings.Flaws)}".ShouldNotContain("secret-word");
    }

    [Fact]
    public void Every_flaw_is_told() => FunctionSettings.Read(new Dictionary<string, string>()).Flaws.Count.ShouldBe(2);

    [Fact]
    public void Settings_as_text_keep_the_secret()
    {
        var settings = FunctionSettings.Read(Good);
        settings.ToString().ShouldNotContain("secret-word");
        settings.Summary.ShouldBe("Serves bucket 'acme-migrations', prefix '', root database 'postgres'; 0 settings have a flaw.");
    }

    private static FunctionSettings With(string name, string value) =>
        FunctionSettings.Read(new Dictionary<string, string>(Good) { [name] = value });
}
