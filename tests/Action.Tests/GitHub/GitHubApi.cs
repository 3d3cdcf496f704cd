using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Drawbridge.GitHubAction.Tests.GitHub;

/// <summary>Answers the questions of one test as GitHub's GraphQL API does, one page a question.</summary>
internal sealed class GitHubApi : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Queue<(int Status, string Body)> _answers;

    public GitHubApi(params IEnumerable<(int Status, string Body)> answers)
    {
        _answers = new Queue<(int Status, string Body)>(answers);
        Address = new Uri($"http://127.0.0.1:{FreePort()}/graphql/");
        _listener.Prefixes.Add(Address.AbsoluteUri);
        _listener.Start();
        _ = Serve();
    }

    public Uri Address { get; }

    /// <summary>What was asked: the token, and the body.</summary>
    public List<(string Authorization, string Body)> Questions { get; } = [];

    public void Dispose() => _listener.Close();

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private async Task Serve()
    {
        while (_answers.TryDequeue(out var answer))
        {
            var http = await _listener.GetContextAsync();
            using var reader = new StreamReader(http.Request.InputStream);
            Questions.Add((http.Request.Headers["Authorization"] ?? "", await reader.ReadToEndAsync()));
            http.Response.StatusCode = answer.Status;
            http.Response.ContentType = "application/json";
            await http.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(answer.Body));
            http.Response.Close();
        }
    }
}
