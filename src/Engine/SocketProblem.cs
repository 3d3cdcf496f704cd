using System.Net.Sockets;
using Drawbridge.Problems;

namespace Drawbridge.Engine;

/// <summary>Tells apart the ways in which a network keeps a client from a server.</summary>
internal static class SocketProblem
{
    /// <summary>What it means for a server.</summary>
    /// <param name="socket">What went wrong.</param>
    /// <param name="host">The server's name.</param>
    /// <param name="server">Host and port.</param>
    /// <param name="seconds">How long it was waited for.</param>
    public static Problem Of(SocketException socket, string host, string server, int seconds) => socket.SocketErrorCode switch
    {
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => new DatabaseHostUnknown(host),
        SocketError.TimedOut => new DatabaseSilent(server, seconds),
        _ => new DatabaseUnreachable(server, socket.Message.ToLowerInvariant()),
    };

    /// <summary>The first exception of a kind inside another one; null for none.</summary>
    public static T? Inner<T>(Exception? exception)
        where T : Exception => exception switch
        {
            null => null,
            T found => found,
            AggregateException many => many.InnerExceptions.Select(Inner<T>).FirstOrDefault(found => found is not null),
            _ => Inner<T>(exception.InnerException),
        };
}
