using Drawbridge.LocalEnvironment.Network;

namespace Drawbridge.Chaos.Faults;

/// <summary>What is sent to one side disappears, while the connection seems to stand, until it breaks.</summary>
/// <param name="piece">When.</param>
/// <param name="deaf">Whom nothing reaches.</param>
/// <param name="duration">How long.</param>
public sealed class NetworkSilenced(int piece, NetworkSide deaf, TimeSpan duration) : TrafficFault(piece)
{
    /// <inheritdoc/>
    public override string Kind => $"nothing reaches the {(deaf == NetworkSide.Both ? "client nor the server" : deaf.ToString().ToLowerInvariant())}";

    /// <inheritdoc/>
    protected override async Task Happen(Scene scene)
    {
        var network = scene.Ground.Network;
        network.Silenced = deaf;
        await Task.Delay(duration);
        network.Cut(NetworkSide.Both);
        network.Silenced = NetworkSide.None;
    }
}
