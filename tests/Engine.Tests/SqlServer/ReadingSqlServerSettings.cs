using Drawbridge.Engine.PostgreSql;
using Drawbridge.Engine.SqlServer;
using Drawbridge.Problems;
using ConnectionSetting = Drawbridge.Engine.SqlServer.ConnectionSetting;

namespace Drawbridge.Engine.Tests.SqlServer;

public sealed class ReadingSqlServerSettings
{
    [Theory]
    [InlineData("sqlserver://sa:secret@db.example/DB_NAME")]
    [InlineData("SqlServer://sa:secret@db.example:1433/DB_NAME?encrypt=strict")]
    [InlineData("Server=tcp:db.example,1433;User ID=sa;Password=secret;Database=DB_NAME")]
    [InlineData("Server=db.example,1433;User ID=sa;Password=secret;Database=DB_NAME")]
    [InlineData("Data Source=db.example;Initial Catalog=DB_NAME;User ID=sa;Password=secret")]
    [InlineData("Server=db.example;Database=DB_NAME;User Id=sa;Password=secret;TrustServerCertificate=True")]
    public void Scheme_or_keys_of_SQL_Server_lead_to_it(string setting)
    {
        var server = DatabaseServer.Parse(setting).ShouldBeOfType<SqlServerInstance>();

        (server.OnlyDatabase, server.UsualRootDatabase).ShouldBe((null, "master"));
    }

    [Theory]
    [InlineData("postgres://me:secret@db.example/DB_NAME")]
    [InlineData("postgresql://me:a;encrypt=b@db.example/DB_NAME")]
    [InlineData("Host=db.example;Username=me;Password=secret;Database=DB_NAME")]
    [InlineData("Server=db.example;User Id=me;Password=secret;Database=DB_NAME")]
    [InlineData("Host=db.example;Username=me;Password='a;Encrypt=b';Database=DB_NAME")]
    public void Everything_else_is_PostgreSQLs(string setting) =>
        DatabaseServer.Parse(setting).ShouldBeOfType<PostgreSqlServer>().UsualRootDatabase.ShouldBe("postgres");

    [Fact]
    public void Url_says_everything_and_leaves_the_usual_port_out()
    {
        var setting = ConnectionSetting.Parse("sqlserver://o%27neill:p%40ss@db.example/shop?encrypt=strict&hostNameInCertificate=other&connect_timeout=5", login: null);

        (setting.Host, setting.Port, setting.IsStrict, setting.MustEncrypt).ShouldBe(("db.example", 1433, true, true));
        (setting.Driver.UserID, setting.Driver.Password, setting.Driver.InitialCatalog).ShouldBe(("o'neill", "p@ss", "shop"));
        (setting.Driver.HostNameInCertificate, setting.Driver.ConnectTimeout).ShouldBe(("other", 5));
    }

    [Theory]
    [InlineData("sqlserver://sa:secret@h/d", true, true)]
    [InlineData("Server=tcp:h,1433;User ID=sa;Password=secret;Database=d", true, true)]
    [InlineData("Server=tcp:h,1433;User ID=sa;Password=secret;Database=d;Encrypt=True", false, true)]
    [InlineData("sqlserver://sa:secret@h/d?encrypt=mandatory", false, true)]
    [InlineData("sqlserver://sa:secret@h/d?encrypt=optional", false, false)]
    [InlineData("sqlserver://sa:secret@h/d?trustServerCertificate=true", false, true)]
    public void Encryption_is_strict_unless_the_setting_says_otherwise(string text, bool isStrict, bool mustEncrypt)
    {
        var setting = ConnectionSetting.Parse(text, login: null);

        (setting.IsStrict, setting.MustEncrypt).ShouldBe((isStrict, mustEncrypt));
    }

    [Fact]
    public void Neither_pool_nor_silent_reconnection_nor_time_limit_of_the_driver_is_left_on()
    {
        var driver = ConnectionSetting.Parse("Server=h,1;User ID=u;Password=p;Database=d;Pooling=true;Connect Timeout=600", login: null).Driver;

        (driver.Pooling, driver.ConnectRetryCount, driver.CommandTimeout, driver.ConnectTimeout).ShouldBe((false, 0, 0, 20));
        (driver.MultipleActiveResultSets, driver.PersistSecurityInfo).ShouldBe((false, false));
    }

    [Theory]
    [InlineData("sqlserver://db.example/DB_NAME", "host, user and database")]
    [InlineData("sqlserver://sa:secret@db.example", "host, user and database")]
    [InlineData("sqlserver://sa:secret@db.example/shop?encrypt=maybe", "'encrypt'")]
    [InlineData("sqlserver://sa:secret@db.example/shop?sslmode=require", "'sslmode'")]
    [InlineData("sqlserver://sa:secret@db.example/shop?trustServerCertificate=1", "'trustServerCertificate'")]
    [InlineData("sqlserver://sa:se#cret@db.example/shop", "not a URL")]
    [InlineData("Server=db\\express;User ID=sa;Password=secret;Database=d;Encrypt=true", "host and port")]
    [InlineData("Server=tcp:db,x;User ID=sa;Password=secret;Database=d", "port")]
    [InlineData("Data Source=db;Database=d;Integrated Security=true", "user and password")]
    [InlineData("Data Source=db;Database=d;Colour=blue", "list of keys")]
    public void What_can_not_be_meant_is_refused_without_showing_it(string setting, string reason)
    {
        var problem = Should.Throw<DrawbridgeException>(() => DatabaseServer.Parse(setting)).Problem;

        problem.ShouldBeOfType<DatabaseSettingInvalid>();
        problem.Message.ShouldContain(reason);
        problem.Message.ShouldNotContain("secret");
    }

    [Fact]
    public void Token_of_AWS_is_no_login_for_it() =>
        Should.Throw<DrawbridgeException>(() => DatabaseServer.Parse("sqlserver://me@db.example/DB_NAME", new ServerOptions { Login = new Token() }))
            .Message.ShouldContain("DATABASE_SECRET");

    [Fact]
    public void Authorities_to_believe_and_belief_in_everything_do_not_go_together() =>
        Should.Throw<DrawbridgeException>(() => DatabaseServer.Parse("sqlserver://sa:secret@h/d?trustServerCertificate=true&sslrootcert=system"))
            .Problem.ShouldBeOfType<DatabaseSettingInvalid>();

    [Fact]
    public async Task Database_in_which_the_history_of_master_lives_has_no_scripts_of_its_own()
    {
        var server = DatabaseServer.Parse("sqlserver://sa:secret@127.0.0.1:1/DB_NAME");

        var exception = await Should.ThrowAsync<DrawbridgeException>(() => server.Connect("Drawbridge", "release", default));

        exception.Problem.Code.ShouldBeOneOf("database-reserved", "globalization-missing");
    }

    private sealed class Token : ILoginSource
    {
        public string Name => "IAM";

        public bool NamesUser => false;

        public bool NeedsTls => true;

        public bool GivesToken => true;

        public Task<Login?> Find(LoginRequest request, CancellationToken cancellationToken) => Task.FromResult<Login?>(null);
    }
}
