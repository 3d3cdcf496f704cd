using Drawbridge.Chaos.Faults;
using Drawbridge.Chaos.Scripts;
using Drawbridge.Tests.Shared;

namespace Drawbridge.Chaos.Tests;

/// <summary>The ground of one test class, on the server that all classes share.</summary>
public sealed class SharedGround : IAsyncLifetime
{
    private readonly SharedPostgres _postgres = new();
    private Ground? _ground;

    /// <summary>Where rounds take place.</summary>
    internal Ground Ground => _ground ?? throw new InvalidOperationException("The fixture is not initialized yet.");

    /// <summary>Lets a fault happen to one script of each kind, which the seed decides.</summary>
    internal Task<Verdict> Run(Fault fault, int seed = 1) => Round.Run(Ground, ScriptGenerator.OneOfEachKind(seed), fault);

    public async Task InitializeAsync()
    {
        await _postgres.InitializeAsync();
        if (_postgres.IsThere)
        {
            _ground = await Ground.Start(new GroundOptions(await Published.Function), _postgres.Server);
        }
    }

    public async Task DisposeAsync()
    {
        await _postgres.DisposeAsync();
        await (_ground?.DisposeAsync() ?? ValueTask.CompletedTask);
    }
}
