using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Drawbridge.LocalAws;

/// <summary>
/// The web server: one port for everybody, and one for each execution environment, because a runtime API address is
/// a host and a port. Without MVC, logging and configuration it starts in milliseconds.
/// </summary>
internal sealed class LoopbackHost : IAsyncDisposable
{
    private readonly TaskCompletionSource<RequestDelegate> _route = new(
        TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<ListenOptions> _ports = [];
    private readonly WebApplication _app;

    private LoopbackHost(int port, int environments)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromMilliseconds(500));
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Listen(IPAddress.Loopback, port, _ports.Add);
            for (var count = 0; count < environments; count++)
            {
                kestrel.Listen(IPAddress.Loopback, 0, _ports.Add);
            }
        });
        _app = builder.Build();
        _app.Run(async http => await (await _route.Task)(http));
    }

    /// <summary>The port for S3, Invoke and processes started elsewhere.</summary>
    public int Port => _ports[0].IPEndPoint!.Port;

    public IEnumerable<int> EnvironmentPorts => _ports.Skip(1).Select(port => port.IPEndPoint!.Port);

    /// <summary>Opens the ports. Requests wait until there is something to serve.</summary>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<LoopbackHost> Start(int port, int environments, CancellationToken cancellationToken)
    {
        var host = new LoopbackHost(port, environments);
        try
        {
            await host._app.StartAsync(cancellationToken);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    public static string Address(int port) => $"{IPAddress.Loopback}:{port}";

    public void Serve(RequestDelegate route) => _route.SetResult(route);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
