using Drawbridge.Engine.SqlServer;
using Drawbridge.Tests.Shared.Tls;

namespace Drawbridge.Engine.Tests.SqlServer;

/// <summary>The real driver, up to its login: what was proved ahead of it is what it believes, and all.</summary>
public sealed class BelievingAServer : IDisposable
{
    private readonly TestAuthority _authority = new("an authority");
    private readonly TestAuthority _stranger = new("a stranger");
    private readonly string _file = Path.GetTempFileName();

    [DriverTheory]
    [InlineData("encrypt=mandatory")]
    [InlineData("encrypt=strict")]
    public async Task Driver_logs_in_where_the_certificate_is_of_a_believed_authority(string encrypt)
    {
        await using var server = Server(_authority);

        (await Refusal(server, encrypt)).ShouldBe("database-login-failed");
        server.Logins.ShouldBe(1);
    }

    [DriverTheory]
    [InlineData("encrypt=mandatory")]
    [InlineData("encrypt=strict")]
    public async Task Driver_never_sends_a_login_to_a_strangers_server(string encrypt)
    {
        await using var server = Server(_stranger);

        (await Refusal(server, encrypt)).ShouldBe("database-certificate-untrusted");
        server.Logins.ShouldBe(0);
    }

    [DriverTheory]
    [InlineData("encrypt=mandatory")]
    [InlineData("encrypt=strict")]
    public async Task Another_certificate_behind_the_proved_one_is_refused(string encrypt)
    {
        await using var server = Server(_authority, _stranger);

        (await Refusal(server, encrypt)).ShouldBe("database-tls-failed");
        server.Logins.ShouldBe(0);
    }

    [DriverTheory]
    [InlineData("", "database-strict-refused", 0)]
    [InlineData("encrypt=strict", "database-strict-refused", 0)]
    [InlineData("encrypt=mandatory", "database-login-failed", 1)]
    public async Task Server_from_before_2022_is_told_from_others_and_reached_when_the_setting_says_so(
        string encrypt, string code, int logins)
    {
        await using var server = new EncryptedServer([_authority.Sign("localhost")]) { KnowsStrict = false };

        (await Refusal(server, encrypt)).ShouldBe(code);
        server.Logins.ShouldBe(logins);
    }

    [DriverTheory]
    [InlineData("", "database-tls-failed", 0)]
    [InlineData("trustServerCertificate=true", "database-login-failed", 1)]
    public async Task Without_authorities_to_believe_it_is_the_driver_that_checks(string parameters, string code, int logins)
    {
        await using var server = Server(_stranger);

        (await RefusalBy(server, parameters)).ShouldBe(code);
        server.Logins.ShouldBe(logins);
    }

    public void Dispose()
    {
        _authority.Dispose();
        _stranger.Dispose();
        File.Delete(_file);
    }

    private static EncryptedServer Server(params IEnumerable<TestAuthority> oneAfterTheOther) =>
        new(oneAfterTheOther.Select(authority => authority.Sign("localhost")));

    private async Task<string> Refusal(EncryptedServer server, string encrypt)
    {
        await File.WriteAllTextAsync(_file, _authority.Pem);
        return await RefusalBy(server, string.Join('&', encrypt, $"sslrootcert={_file}").TrimStart('&'));
    }

    private static async Task<string> RefusalBy(EncryptedServer server, string parameters)
    {
        var instance = SqlServerInstance.Parse($"sqlserver://sa:secret@localhost:{server.Port}/shop?{parameters}");
        return (await Should.ThrowAsync<DrawbridgeException>(() => instance.Connect("shop", "1", default))).Problem.Code;
    }
}
