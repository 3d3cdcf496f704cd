using Drawbridge.LocalEnvironment;
using Drawbridge.Tests.Shared;

namespace Drawbridge.Chaos.Tests;

/// <summary>A fact that needs the right to make networks: skipped where nobody has it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SilentNetworkFactAttribute : FactAttribute
{
    public SilentNetworkFactAttribute() =>
        Skip = SilentNetwork.Missing() ?? TestMachine.SkipReason(LocalPostgres.Missing(TestMachine.Postgres.Of(15)));
}
