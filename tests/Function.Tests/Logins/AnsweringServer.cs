using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Drawbridge.LambdaFunction.Tests.Logins;

/// <summary>Gives each request the next of its answers, over HTTP on a port of its own.</summary>
internal sealed class AnsweringServer : IAsyncDisposable
{
    private const string Length = "Content-Length:";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _work;

    public AnsweringServer(params IReadOnlyList<(int Status, string Body)> answers)
    {
        _listener.Start();
        _work = Answer(answers);
    }

    public string Endpoint => $"http://{_listener.LocalEndpoint}";

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task Answer(IReadOnlyList<(int Status, string Body)> answers)
    {
        foreach (var (status, body) in answers)
        {
            using var client = await _listener.AcceptTcpClientAsync();
            await using var stream = client.GetStream();
            await Read(stream);
            var text = $"HTTP/1.1 {status} Said\r\n{Length} {body.Length}\r\nConnection: close\r\n\r\n{body}";
            await stream.WriteAsync(Encoding.ASCII.GetBytes(text));
        }
    }

    /// <summary>To its last byte: closed with something unread, the connection would be reset.</summary>
    private static async Task Read(Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        var length = 0;
        while (await reader.ReadLineAsync() is { Length: > 0 } line)
        {
            length = line.StartsWith(Length, StringComparison.OrdinalIgnoreCase) ? int.Parse(line[Length.Length..], null) : length;
        }

        await reader.ReadBlockAsync(new char[length]);
    }
}
