using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Drawbridge.LambdaFunction.Tests.Local;

namespace Drawbridge.LambdaFunction.Tests.Running;

/// <summary>A runtime API that answers as each test tells it, one request at a time.</summary>
internal sealed class WireRuntime : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly string _address = $"127.0.0.1:{FreePort()}";
    private readonly List<Process> _processes = [];

    public WireRuntime()
    {
        _listener.Prefixes.Add($"http://{_address}/");
        _listener.Start();
    }

    /// <summary>Starts the function with this API.</summary>
    public Process Start(params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", FunctionAssembly.Location])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["AWS_LAMBDA_RUNTIME_API"] = _address;
        start.Environment["BUCKET"] = LocalFunction.BucketName;
        start.Environment["DATABASE"] = LocalFunction.ClosedPort;
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start).ShouldNotBeNull();
        _processes.Add(process);
        return process;
    }

    /// <summary>Waits for the next request, and answers it as an invocation would be.</summary>
    public async Task<WireRequest> Answer(HttpStatusCode status, string body)
    {
        var context = await _listener.GetContextAsync().WaitAsync(TimeSpan.FromSeconds(60));
        using var reader = new StreamReader(context.Request.InputStream);
        var request = new WireRequest(
            context.Request.Url!.AbsolutePath,
            context.Request.Headers.AllKeys.ToDictionary(name => name!, name => context.Request.Headers[name]!),
            await reader.ReadToEndAsync());
        context.Response.StatusCode = (int)status;
        context.Response.Headers["Lambda-Runtime-Aws-Request-Id"] = "request-1";
        await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(body));
        context.Response.Close();
        return request;
    }

    public void Dispose()
    {
        foreach (var process in _processes)
        {
            process.Kill();
            process.Dispose();
        }

        _listener.Close();
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
