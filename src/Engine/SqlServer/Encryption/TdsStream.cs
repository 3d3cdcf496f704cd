using System.Buffers.Binary;

namespace Drawbridge.Engine.SqlServer.Encryption;

/// <summary>
/// The packets of SQL Server's protocol (MS-TDS) in which a client says hello and its handshake for encryption travels.
/// </summary>
internal sealed class TdsStream(Stream inner) : Stream
{
    /// <summary>What a packet of that kind begins with.</summary>
    private const byte PreLogin = 0x12;

    private const byte EndOfMessage = 0x01;

    private const int HeaderLength = 8;

    /// <summary>What every server takes before another length is agreed on.</summary>
    private const int LongestPacket = 4096;

    private int _left;

    /// <summary>Whether a packet was begun of which more is to come.</summary>
    public bool IsInPacket => _left > 0;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_left == 0 && !await ReadHeader(cancellationToken))
        {
            return 0;
        }

        var read = await inner.ReadAsync(buffer[..Math.Min(buffer.Length, _left)], cancellationToken);
        // When the other end hangs up, the rest of its packet never comes.
        _left = read == 0 && buffer.Length > 0 ? 0 : _left - read;
        return read;
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        const int Longest = LongestPacket - HeaderLength;
        for (var start = 0; start < buffer.Length; start += Longest)
        {
            var part = buffer.Slice(start, Math.Min(Longest, buffer.Length - start));
            var isLast = start + part.Length == buffer.Length;
            var packet = new byte[HeaderLength + part.Length];
            (packet[0], packet[1]) = (PreLogin, isLast ? EndOfMessage : (byte)0);
            BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(2), (ushort)packet.Length);
            part.CopyTo(packet.AsMemory(HeaderLength));
            await inner.WriteAsync(packet, cancellationToken);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>False when the other end has hung up, or sends what is no packet.</summary>
    private async Task<bool> ReadHeader(CancellationToken cancellationToken)
    {
        var header = new byte[HeaderLength];
        if (await inner.ReadAtLeastAsync(header, HeaderLength, throwOnEndOfStream: false, cancellationToken) < HeaderLength)
        {
            return false;
        }

        _left = BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(2)) - HeaderLength;
        return _left > 0;
    }
}
