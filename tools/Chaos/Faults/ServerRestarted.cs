using Drawbridge.LocalEnvironment;

namespace Drawbridge.Chaos.Faults;

/// <summary>The server goes down and comes back.</summary>
/// <param name="piece">When.</param>
/// <param name="how">Whether it ends in order.</param>
public sealed class ServerRestarted(int piece, ServerStop how) : TrafficFault(piece)
{
    /// <inheritdoc/>
    public override string Kind => how == ServerStop.Immediate ? "server crashed" : "server restarted";

    /// <inheritdoc/>
    public override bool PassesByItself => false;

    /// <inheritdoc/>
    protected override Task Happen(Scene scene) => scene.Ground.Postgres.Restart(how);
}
