using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Drawbridge.Problems;

namespace Drawbridge.Engine.SqlServer.Encryption;

/// <summary>
/// Asks a server for encryption as the driver does, because the driver believes only the system's authorities and can't
/// say what it objects to.
/// </summary>
internal sealed class TlsHandshake(InstanceSetting setting)
{
    private const int LongestAnswer = 4096;

    /// <summary>What came of it, as a sentence.</summary>
    /// <exception cref="DrawbridgeException">The setting demands more than the server gives.</exception>
    public async Task<string> Try(Stream stream, (string Host, string Server) place, CancellationToken cancellationToken)
    {
        if (!setting.MustEncrypt)
        {
            return "Encryption is optional, as the database setting says.";
        }

        await Prove(stream, place, cancellationToken);
        var proof = setting.Certificate is null ? "" : " and the server proved who it is";
        return $"The connection is encrypted{proof}.";
    }

    /// <summary>The server's certificate, checked where the setting says how.</summary>
    /// <exception cref="DrawbridgeException">There is no encryption, or the wrong server behind it.</exception>
    public async Task<X509Certificate2> Prove(
        Stream stream, (string Host, string Server) place, CancellationToken cancellationToken)
    {
        var verdict = setting.Certificate?.Begin();
        var name = setting.Driver.HostNameInCertificate is { Length: > 0 } other ? other : place.Host;
        try
        {
            var packed = await Hello(stream, place.Server, cancellationToken);
            await using var encrypted = new SslStream(packed, leaveInnerStreamOpen: true);
            var options = new SslClientAuthenticationOptions
            {
                TargetHost = name,
                ApplicationProtocols = setting.IsStrict ? [new SslApplicationProtocol("tds/8.0")] : null,
                // Where nothing says how to check it, the driver does that.
                RemoteCertificateValidationCallback =
                    (_, _, _, errors) => !errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable),
            };
            verdict?.Demand(options);
            await encrypted.AuthenticateAsClientAsync(options, cancellationToken);
            return X509CertificateLoader.LoadCertificate(encrypted.RemoteCertificate!.GetRawCertData());
        }
        catch (Exception exception) when (exception is AuthenticationException or IOException)
        {
            var problem = verdict?.ProblemOf(name, place.Server);
            throw new DrawbridgeException(problem ?? ProblemOf(exception, place.Server), exception);
        }
    }

    /// <summary>Who knows no handshake answers nothing; who knows it says what it dislikes.</summary>
    private Problem ProblemOf(Exception exception, string server) => setting.IsStrict && exception is IOException
        ? new DatabaseStrictRefused(server)
        : new DatabaseTlsFailed(server, exception.Message.TrimEnd('.'));

    /// <summary>The stream over which the handshake travels: since 2022 it can come before everything else.</summary>
    private async Task<Stream> Hello(Stream stream, string server, CancellationToken cancellationToken)
    {
        if (setting.IsStrict)
        {
            return stream;
        }

        var packets = new TdsStream(stream);
        await packets.WriteAsync(PreLogin.Question(), cancellationToken);
        var answer = new byte[LongestAnswer];
        var length = 0;
        do
        {
            length += await packets.ReadAsync(answer.AsMemory(length), cancellationToken);
        }
        while (packets.IsInPacket && length < answer.Length);

        return PreLogin.Agrees(answer.AsSpan(..length)) switch
        {
            true => packets,
            false => throw new DrawbridgeException(new DatabaseTlsFailed(server, "it offers no encryption")),
            null => throw new DrawbridgeException(new DatabaseUnreachable(server, "what answers there is no SQL Server")),
        };
    }
}
