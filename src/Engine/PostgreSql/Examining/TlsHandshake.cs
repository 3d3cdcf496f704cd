using System.Buffers.Binary;
using System.Net.Security;
using System.Security.Authentication;
using Drawbridge.Engine.Tls;
using Drawbridge.Problems;
using Npgsql;

namespace Drawbridge.Engine.PostgreSql.Examining;

/// <summary>Asks a server for encryption, as a client does before it says who it is.</summary>
internal sealed class TlsHandshake(SslMode mode, CertificateCheck? certificate)
{
    private const int RequestLength = 8;
    private const int RequestCode = 80877103;

    /// <summary>What came of it, as a sentence.</summary>
    /// <exception cref="DrawbridgeException">The setting demands more than the server gives.</exception>
    public async Task<string> Try(Stream stream, (string Host, string Server) place, CancellationToken cancellationToken)
    {
        if (mode == SslMode.Disable)
        {
            return "Encryption is off, as the database setting says.";
        }

        return await Answer(stream, cancellationToken) switch
        {
            'S' => await Encrypt(stream, place, cancellationToken),
            'N' when mode is SslMode.Allow or SslMode.Prefer =>
                "The server offers no encryption, and the database setting does not demand it.",
            'N' => throw new DrawbridgeException(new DatabaseTlsMissing(place.Server)),
            _ => throw new DrawbridgeException(new DatabaseUnreachable(place.Server, "what answers there is no PostgreSQL")),
        };
    }

    private static async Task<char?> Answer(Stream stream, CancellationToken cancellationToken)
    {
        var request = new byte[RequestLength];
        BinaryPrimitives.WriteInt32BigEndian(request, RequestLength);
        BinaryPrimitives.WriteInt32BigEndian(request.AsSpan(sizeof(int)), RequestCode);
        var answer = new byte[1];
        try
        {
            await stream.WriteAsync(request, cancellationToken);
            return await stream.ReadAsync(answer, cancellationToken) == 1 ? (char)answer[0] : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    private async Task<string> Encrypt(Stream stream, (string Host, string Server) place, CancellationToken cancellationToken)
    {
        var verdict = certificate?.Begin();
        var options = new SslClientAuthenticationOptions
        {
            TargetHost = place.Host,
            // Where the setting does not ask who it is, or leaves that to the driver, any certificate is fine here.
            RemoteCertificateValidationCallback =
                (_, _, _, errors) => !errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable),
        };
        verdict?.Demand(options);
        await using var encrypted = new SslStream(stream, leaveInnerStreamOpen: true);
        try
        {
            await encrypted.AuthenticateAsClientAsync(options, cancellationToken);
        }
        catch (Exception exception) when (exception is AuthenticationException or IOException)
        {
            var problem = verdict?.ProblemOf(place.Host, place.Server)
                ?? new DatabaseTlsFailed(place.Server, exception.Message.TrimEnd('.'));
            throw new DrawbridgeException(problem, exception);
        }

        var proof = certificate is null ? "" : " and the server proved who it is";
        return $"The connection is encrypted{proof}.";
    }
}
