using Drawbridge.Manifests;
using Drawbridge.Tests.Shared;

namespace Drawbridge.Chaos.Tests;

/// <summary>A ground whose function dies of too much memory, as it would on Lambda, where it has a gigabyte.</summary>
public sealed class BoundedGround : IAsyncLifetime
{
    private const int HeapLimit = 600 * 1024 * 1024;

    private readonly SharedPostgres _postgres = new();
    private Ground? _ground;
    private string? _process;

    /// <summary>Where it takes place.</summary>
    internal Ground Ground => _ground ?? throw new InvalidOperationException("The fixture is not initialized yet.");

    /// <summary>Nothing failed, and the next good release is applied by the very process that met all the others.</summary>
    internal async Task StillAnswers(Scene scene, Result? earlier)
    {
        var good = scene.Compose();
        scene.Put(good);
        await scene.Settle();
        var result = scene.ResultOf(good).ShouldNotBeNull();
        result.Status.ShouldBe(ResultStatus.Succeeded, result.Error?.Message);
        scene.DeadLetters.ShouldBeEmpty();
        Ground.Aws.Invocations.ShouldAllBe(invocation => invocation.Outcome!.Succeeded);
        _process ??= result.Function.LogStream;
        result.Function.LogStream.ShouldBe(_process);
        (earlier?.Function.LogStream ?? _process).ShouldBe(_process);
    }

    public async Task InitializeAsync()
    {
        await _postgres.InitializeAsync();
        if (_postgres.IsThere)
        {
            var variables = new Dictionary<string, string> { ["DOTNET_GCHeapHardLimit"] = $"0x{HeapLimit:X}" };
            _ground = await Ground.Start(new GroundOptions(await Published.Function) { Variables = variables }, _postgres.Server);
        }
    }

    public async Task DisposeAsync()
    {
        await _postgres.DisposeAsync();
        await (_ground?.DisposeAsync() ?? ValueTask.CompletedTask);
    }
}
