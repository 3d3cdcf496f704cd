using Drawbridge.LocalEnvironment;
using Drawbridge.Tests.Shared;

namespace Drawbridge.Engine.Tests.Contract;

/// <summary>Without a server it is skipped on a laptop and fails in CI.</summary>
public sealed class NeedsPostgreSqlAttribute : NeedsAttribute
{
    public override string? SkipReason => TestMachine.SkipReason(LocalPostgres.Missing(TestMachine.Postgres));
}
