using System.Buffers.Binary;
using System.Text;

namespace Drawbridge.Reading.Tests.Psql;

/// <summary>The few messages of PostgreSQL's protocol 3.0 with which a server can keep psql content.</summary>
internal sealed class Wire(Stream stream)
{
    /// <summary>The first message has no type.</summary>
    public async Task ReadStartup(CancellationToken cancellationToken) => await ReadBody(cancellationToken);

    public async Task Welcome(CancellationToken cancellationToken)
    {
        await Write('R', [0, 0, 0, 0], cancellationToken);
        string[] settings = ["server_version\015.0\0", "client_encoding\0UTF8\0", "standard_conforming_strings\0on\0"];
        foreach (var setting in settings)
        {
            await Write('S', Encoding.ASCII.GetBytes(setting), cancellationToken);
        }

        await Write('Z', "I"u8.ToArray(), cancellationToken);
    }

    /// <summary>The next message's type and text; null when the client has left.</summary>
    public async Task<(char Type, string Text)?> ReadMessage(CancellationToken cancellationToken)
    {
        var type = new byte[1];
        if (await stream.ReadAtLeastAsync(type, 1, throwOnEndOfStream: false, cancellationToken) == 0)
        {
            return null;
        }

        var body = await ReadBody(cancellationToken);
        return ((char)type[0], Encoding.UTF8.GetString(body).TrimEnd('\0'));
    }

    /// <summary>Asks for the rows of a COPY and takes them.</summary>
    public async Task<string> TakeRows(CancellationToken cancellationToken)
    {
        await Write('G', [0, 0, 0], cancellationToken);
        var rows = new StringBuilder();
        while (await ReadMessage(cancellationToken) is ('d', var row))
        {
            rows.Append(row);
        }

        return rows.ToString();
    }

    public async Task Complete(CancellationToken cancellationToken)
    {
        await Write('C', "DONE\0"u8.ToArray(), cancellationToken);
        await Write('Z', "I"u8.ToArray(), cancellationToken);
    }

    private async Task<byte[]> ReadBody(CancellationToken cancellationToken)
    {
        var length = new byte[4];
        await stream.ReadExactlyAsync(length, cancellationToken);
        var body = new byte[BinaryPrimitives.ReadInt32BigEndian(length) - length.Length];
        await stream.ReadExactlyAsync(body, cancellationToken);
        return body;
    }

    private async Task Write(char type, byte[] body, CancellationToken cancellationToken)
    {
        var message = new byte[5 + body.Length];
        message[0] = (byte)type;
        BinaryPrimitives.WriteInt32BigEndian(message.AsSpan(1), 4 + body.Length);
        body.CopyTo(message, 5);
        await stream.WriteAsync(message, cancellationToken);
    }
}
