using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Drawbridge.Engine.SqlServer;
using Drawbridge.Engine.SqlServer.Encryption;
using Drawbridge.Tests.Shared.Tls;
using TlsSetting = Drawbridge.Engine.SqlServer.Encryption.TlsSetting;

namespace Drawbridge.Engine.Tests.SqlServer;

/// <summary>The other end is no SQL Server, but packs and encrypts as one does.</summary>
public sealed class ShakingHands : IDisposable
{
    private const string Host = "db.example";

    private readonly TestAuthority _authority = new("an authority");
    private readonly string _file = Path.GetTempFileName();

    [Theory]
    [InlineData("mandatory")]
    [InlineData("strict")]
    public async Task Certificate_of_a_believed_authority_is_what_the_driver_will_accept(string encrypt)
    {
        using var certificate = await Prove(encrypt, Host);

        certificate.Subject.ShouldBe("CN=a server");
        string path;
        using (var pinned = PinnedCertificate.Write(certificate))
        {
            path = pinned.Path;
            X509CertificateLoader.LoadCertificateFromFile(path).ShouldBe(certificate);
        }

        File.Exists(path).ShouldBeFalse();
    }

    [Theory]
    [InlineData("mandatory", "other.example", "database-certificate-misnamed")]
    [InlineData("strict", "other.example", "database-certificate-misnamed")]
    public async Task Certificate_of_another_name_is_refused(string encrypt, string name, string code) =>
        (await Should.ThrowAsync<DrawbridgeException>(() => Prove(encrypt, name))).Problem.Code.ShouldBe(code);

    [Fact]
    public async Task Certificate_of_a_strange_authority_is_refused()
    {
        using var stranger = new TestAuthority("a stranger");

        (await Should.ThrowAsync<DrawbridgeException>(() => Prove("mandatory", Host, stranger)))
            .Problem.Code.ShouldBe("database-certificate-untrusted");
    }

    [Fact]
    public async Task What_answers_in_another_language_is_no_SQL_Server()
    {
        using var client = await Meet(async server =>
        {
            await server.WriteAsync("HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray());
            server.Socket.Shutdown(SocketShutdown.Send);
        });

        var exception = await Should.ThrowAsync<DrawbridgeException>(
            () => new TlsHandshake(Setting("mandatory")).Prove(client.GetStream(), (Host, Host), default));

        exception.Problem.Code.ShouldBeOneOf("database-unreachable", "database-tls-failed");
    }

    public void Dispose()
    {
        _authority.Dispose();
        File.Delete(_file);
    }

    private async Task<X509Certificate2> Prove(string encrypt, string name, TestAuthority? signs = null)
    {
        var (pem, key) = (signs ?? _authority).Sign(name);
        using var client = await Meet(server => Answer(server, pem, key, isStrict: encrypt == "strict"));
        return await new TlsHandshake(Setting(encrypt)).Prove(client.GetStream(), (Host, $"{Host}:1433"), default);
    }

    private InstanceSetting Setting(string encrypt)
    {
        File.WriteAllText(_file, _authority.Pem);
        var setting = ConnectionSetting.Parse($"sqlserver://sa:secret@{Host}/d?encrypt={encrypt}", login: null);
        return TlsSetting.Complete(setting, new ServerOptions { Authorities = _file });
    }

    private static async Task<TcpClient> Meet(Func<NetworkStream, Task> answer)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var client = new TcpClient();
        await client.ConnectAsync((IPEndPoint)listener.LocalEndpoint);
        var server = await listener.AcceptTcpClientAsync();
        _ = Task.Run(async () =>
        {
            using (server)
            {
                await answer(server.GetStream());
            }
        });
        return client;
    }

    private static async Task Answer(NetworkStream client, string pem, string key, bool isStrict)
    {
        Stream stream = client;
        if (!isStrict)
        {
            var packets = new TdsStream(client);
            var question = new byte[64];
            var length = await packets.ReadAsync(question);
            PreLogin.Agrees(question.AsSpan(..length)).ShouldBe(true);
            await packets.WriteAsync(PreLogin.Question());
            stream = packets;
        }

        using var signed = X509Certificate2.CreateFromPem(pem, key);
        using var certificate = X509CertificateLoader.LoadPkcs12(signed.Export(X509ContentType.Pkcs12), password: null);
        await using var encrypted = new SslStream(stream);
        await encrypted.AuthenticateAsServerAsync(new SslServerAuthenticationOptions
        {
            ServerCertificate = certificate,
            ApplicationProtocols = isStrict ? [new SslApplicationProtocol("tds/8.0")] : null,
        });
    }
}
