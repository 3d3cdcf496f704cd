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
    [InlineData("mandatory")]
    [InlineData("strict")]
    public async Task Driver_logs_in_where_the_certificate_is_of_a_believed_authority(string encrypt)
    {
        await using var server = Server(_authority);

        (await Refusal(server, encrypt)).ShouldBe("database-login-failed");
        server.Logins.ShouldBe(1);
    }

    [DriverTheory]
    [InlineData("mandatory")]
    [InlineData("strict")]
    public async Task Driver_never_sends_a_login_to_a_strangers_server(string encrypt)
    {
        await using var server = Server(_stranger);

        (await Refusal(server, encrypt)).ShouldBe("database-certificate-untrusted");
        server.Logins.ShouldBe(0);
    }

    [DriverTheory]
    [InlineData("mandatory")]
    [InlineData("strict")]
    public async Task Another_certificate_behind_the_proved_one_is_refused(string encrypt)
    {
        await using var server = Server(_authority, _stranger);

        (await Refusal(server, encrypt)).ShouldBe("database-tls-failed");
        server.Logins.ShouldBe(0);
    }

    public void Dispose()
    {
        _authority.Dispose();
        _stranger.Dispose();
        File.Delete(_file);
    }

    private EncryptedServer Server(params IEnumerable<TestAuthority> oneAfterTheOther)
    {
        File.WriteAllText(_file, _authority.Pem);
        return new EncryptedServer([.. oneAfterTheOther.Select(authority => authority.Sign("localhost"))]);
    }

    private async Task<string> Refusal(EncryptedServer server, string encrypt)
    {
        var setting = $"sqlserver://sa:secret@localhost:{server.Port}/shop?encrypt={encrypt}&sslrootcert={_file}";
        var instance = SqlServerInstance.Parse(setting);
        return (await Should.ThrowAsync<DrawbridgeException>(() => instance.Connect("shop", "1", default))).Problem.Code;
    }
}
