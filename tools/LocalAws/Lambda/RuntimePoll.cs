using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

namespace Drawbridge.LocalAws.Lambda;

/// <summary>A request for the next event, which may wait for hours for it.</summary>
internal sealed class RuntimePoll(HttpContext http)
{
    /// <summary>Is cancelled some time after the poller went away.</summary>
    public CancellationToken Aborted => http.RequestAborted;

    /// <summary>
    /// Whether the poller is still there, asked from the socket itself: an event handed to a process that was killed a
    /// moment ago would be missing until its deadline.
    /// </summary>
    public bool IsConnected
    {
        get
        {
            try
            {
                return !Aborted.IsCancellationRequested
                    && (http.Features.Get<IConnectionSocketFeature>()?.Socket is not { } socket
                        || !socket.Poll(0, SelectMode.SelectRead)
                        || socket.Available > 0);
            }
            catch (ObjectDisposedException)
            {
                return false;
            }
        }
    }
}
