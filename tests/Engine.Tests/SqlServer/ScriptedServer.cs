using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Drawbridge.Engine.SqlServer;
using Microsoft.Data.SqlClient;

namespace Drawbridge.Engine.Tests.SqlServer;

/// <summary>
/// No SQL Server, but it speaks its protocol (MS-TDS): it takes every login and answers each request with the bytes that it
/// was given, so that it can be seen what the real driver makes of them.
/// </summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private const byte Login = 0x10;
    private const byte Attention = 0x06;
    private const byte PreLogin = 0x12;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<byte[]?> _answer;
    private readonly Task _work;
    private readonly SqlConnection _connection = new();
    private TcpClient? _client;

    /// <param name="answer">To a request; empty for none at all, null to hang up.</param>
    public ScriptedServer(Func<byte[]?> answer)
    {
        _answer = answer;
        _listener.Start();
        _work = Serve();
    }

    /// <summary>How many requests came.</summary>
    public int Requests { get; private set; }

    /// <summary>A column of numbers that may lack, with one row.</summary>
    public static byte[] Row(int value) =>
    [
        0x81, 1, 0, 0, 0, 0, 0, 1, 0, 0x26, 4, 0, 0xD1, 4, .. Number(value),
    ];

    /// <summary>An error of severity 16.</summary>
    public static byte[] Error(int number)
    {
        var text = Encoding.Unicode.GetBytes("Some error.");
        byte[] error = [.. Number(number), 1, 16, (byte)(text.Length / 2), 0, .. text, 0, 0, 1, 0, 0, 0];
        return [0xAA, (byte)error.Length, 0, .. error];
    }

    /// <summary>The end of an answer: 0 for a good one, 2 behind an error, 32 for one that was told to end.</summary>
    public static byte[] Done(byte status) => [0xFD, status, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];

    /// <summary>A connection of the driver to it.</summary>
    public async Task<SqlChannel> Connect()
    {
        Globalization.Demand();
        var port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        var setting = ConnectionSetting.Parse($"sqlserver://sa:secret@127.0.0.1:{port}/shop?encrypt=optional", login: null);
        setting.Driver.DataSource = $"tcp:{setting.Host},{setting.Port}";
        _connection.ConnectionString = setting.Driver.ConnectionString;
        await _connection.OpenAsync();
        return new SqlChannel(_connection);
    }

    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync();
        _listener.Dispose();
        _client?.Dispose();
        await _work;
    }

    private async Task Serve()
    {
        try
        {
            _client = await _listener.AcceptTcpClientAsync();
            var stream = _client.GetStream();
            while (await ReadPacket(stream) is { } kind && AnswerTo(kind) is { } answer)
            {
                await stream.WriteAsync(answer is [] ? answer : Packet(answer));
            }

            _client.Dispose();
        }
        catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException)
        {
            // The other end is gone, or this one.
        }
    }

    private byte[]? AnswerTo(byte kind)
    {
        Requests += kind is PreLogin or Login or Attention ? 0 : 1;
        return kind switch
        {
            PreLogin => [0, 0, 11, 0, 6, 1, 0, 17, 0, 1, 0xFF, 15, 0, 0, 0, 0, 0, 2],
            Login => [.. Welcome(), .. Done(0)],
            Attention => Done(32),
            _ => _answer(),
        };
    }

    /// <summary>That the login is taken, by a server of version 15.</summary>
    private static byte[] Welcome() => [0xAD, 10, 0, 1, 0x74, 0, 0, 4, 0, 15, 0, 0, 0];

    private static byte[] Number(int value)
    {
        var bytes = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        return bytes;
    }

    private static byte[] Packet(byte[] content) => [0x04, 1, 0, (byte)(content.Length + 8), 0, 0, 0, 0, .. content];

    private static async Task<byte?> ReadPacket(NetworkStream stream)
    {
        var header = new byte[8];
        if (await stream.ReadAtLeastAsync(header, header.Length, throwOnEndOfStream: false) < header.Length)
        {
            return null;
        }

        await stream.ReadExactlyAsync(new byte[BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(2)) - header.Length]);
        return header[0];
    }
}
