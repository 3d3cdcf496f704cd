using Drawbridge.LocalEnvironment.Network;

namespace Drawbridge.Chaos.Faults;

/// <summary>The connection breaks, and one side or both hear of it. The other one finds out some time later.</summary>
/// <param name="piece">When.</param>
/// <param name="told">Who hears of it at once.</param>
public sealed class NetworkCut(int piece, NetworkSide told) : TrafficFault(piece)
{
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(1.5);

    /// <inheritdoc/>
    public override string Kind => told == NetworkSide.Both ? "network cut" : $"network cut, only the {told.ToString().ToLowerInvariant()} hears of it";

    /// <inheritdoc/>
    protected override async Task Happen(Scene scene)
    {
        scene.Ground.Network.Cut(told);
        await Task.Delay(KeepAlive);
        scene.Ground.Network.FindOut();
    }
}
