using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Drawbridge.Engine.SqlServer.Encryption;

namespace Drawbridge.Engine.Tests.SqlServer;

/// <summary>
/// No SQL Server, but it packs and encrypts as one does, up to the login, which it refuses: whoever hears that has
/// believed its certificate.
/// </summary>
internal sealed class EncryptedServer : IAsyncDisposable
{
    private const byte Response = 0x04;
    private const byte Login = 0x10;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly IReadOnlyList<X509Certificate2> _certificates;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _work;
    private int _clients;

    /// <param name="certificates">With their keys: of the first client's connection, the second's and so on, the last for all more.</param>
    public EncryptedServer(IEnumerable<(string Certificate, string Key)> certificates)
    {
        _certificates = [.. certificates.Select(pair => WithKey(pair.Certificate, pair.Key))];
        _listener.Start();
        _work = Accept();
    }

    /// <summary>Whether it speaks as servers do since 2022, too.</summary>
    public bool KnowsStrict { get; init; } = true;

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How many clients have come as far as to their login.</summary>
    public int Logins { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _work;
        _listener.Dispose();
        _stop.Dispose();
        foreach (var certificate in _certificates)
        {
            certificate.Dispose();
        }
    }

    private X509Certificate2 Certificate => _certificates[Math.Min(_clients, _certificates.Count) - 1];

    private static X509Certificate2 WithKey(string pem, string key)
    {
        using var signed = X509Certificate2.CreateFromPem(pem, key);
        return X509CertificateLoader.LoadPkcs12(signed.Export(X509ContentType.Pkcs12), password: null);
    }

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                _clients++;
                await Serve(client.GetStream());
            }
        }
        catch (OperationCanceledException)
        {
            // Nobody comes any more.
        }
    }

    private async Task Serve(NetworkStream client)
    {
        try
        {
            var first = new byte[1];
            await client.Socket.ReceiveAsync(first, SocketFlags.Peek);
            var isStrict = first[0] == 0x16;
            if (isStrict && !KnowsStrict)
            {
                return;
            }

            await using var encrypted = isStrict ? await BeginStrict(client) : await BeginWithHello(client);
            while (await ReadPacket(encrypted) is { } kind)
            {
                Logins += kind == Login ? 1 : 0;
                await encrypted.WriteAsync(Packet(kind == Login ? Refusal() : Hello()));
            }
        }
        catch (Exception exception) when (exception is IOException or AuthenticationException)
        {
            // The other end does not like what it sees.
        }
    }

    private async Task<SslStream> BeginStrict(NetworkStream client)
    {
        var encrypted = new SslStream(client);
        await encrypted.AuthenticateAsServerAsync(new SslServerAuthenticationOptions
        {
            ServerCertificate = Certificate,
            ApplicationProtocols = [new SslApplicationProtocol("tds/8.0")],
        });
        return encrypted;
    }

    [SuppressMessage(
        "Security",
        "CA5398:Avoid hardcoded SslProtocols values",
        Justification = "In packets, SQL Server speaks nothing newer: what TLS 1.3 sends behind its handshake has no place there.")]
    private async Task<SslStream> BeginWithHello(NetworkStream client)
    {
        _ = await ReadPacket(client);
        await client.WriteAsync(Packet(Hello()));
        var packed = new PackedHandshake(client);
        var encrypted = new SslStream(packed);
        await encrypted.AuthenticateAsServerAsync(new SslServerAuthenticationOptions
        {
            ServerCertificate = Certificate,
            EnabledSslProtocols = SslProtocols.Tls12,
        });
        packed.IsOver = true;
        return encrypted;
    }

    private static async Task<byte?> ReadPacket(Stream stream)
    {
        var header = new byte[8];
        if (await stream.ReadAtLeastAsync(header, header.Length, throwOnEndOfStream: false) < header.Length)
        {
            return null;
        }

        await stream.ReadExactlyAsync(new byte[BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(2)) - header.Length]);
        return header[0];
    }

    /// <summary>Of version 15, and that it wants encryption.</summary>
    private static byte[] Hello() => [0, 0, 11, 0, 6, 1, 0, 17, 0, 1, 0xFF, 15, 0, 0, 0, 0, 0, 1];

    /// <summary>Error 18456, and that this is all.</summary>
    private static byte[] Refusal()
    {
        var text = Encoding.Unicode.GetBytes("Login failed.");
        byte[] error =
        [
            0x18, 0x48, 0, 0, 1, 14, (byte)(text.Length / 2), 0, .. text, 0, 0, 0, 0, 0, 0,
        ];
        return [0xAA, (byte)error.Length, 0, .. error, 0xFD, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    }

    private static byte[] Packet(byte[] content) =>
        [Response, 1, 0, (byte)(content.Length + 8), 0, 0, 0, 0, .. content];

    /// <summary>A handshake travels in packets, what comes after it does not.</summary>
    private sealed class PackedHandshake(Stream inner) : Stream
    {
        private readonly TdsStream _packets = new(inner);

        /// <summary>Whether all that comes is as it is.</summary>
        public bool IsOver { get; set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        private Stream Current => IsOver ? inner : _packets;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Current.ReadAsync(buffer, cancellationToken);

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            Current.WriteAsync(buffer, cancellationToken);

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            Current.ReadAsync(buffer, offset, count, cancellationToken);

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            Current.WriteAsync(buffer, offset, count, cancellationToken);

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush()
        {
        }

        public override Task FlushAsync(CancellationToken cancellationToken) => Current.FlushAsync(cancellationToken);

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            _packets.Dispose();
            base.Dispose(disposing);
        }
    }
}
