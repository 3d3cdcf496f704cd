using Drawbridge.Chaos.Fuzzing;
using Drawbridge.Tests.Shared;

namespace Drawbridge.Chaos.Tests;

public sealed class DamagingInput(SharedGround shared) : IClassFixture<SharedGround>
{
    [PostgresTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Events_and_releases_never_takes_the_function_down(int seed) =>
        (await shared.Run(new DamagedInput(seed, count: 60))).ShouldBeGood();
}
