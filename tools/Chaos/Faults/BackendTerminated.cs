namespace Drawbridge.Chaos.Faults;

/// <summary>An administrator ends the function's session.</summary>
/// <param name="piece">When.</param>
public sealed class BackendTerminated(int piece) : TrafficFault(piece)
{
    /// <inheritdoc/>
    public override string Kind => "session terminated";

    /// <inheritdoc/>
    protected override Task Happen(Scene scene) => scene.Execute(
        $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{scene.Database}' AND application_name LIKE 'drawbridge %'");
}
