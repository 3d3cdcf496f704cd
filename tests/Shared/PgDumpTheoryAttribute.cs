using Drawbridge.LocalEnvironment;
using Xunit;

namespace Drawbridge.Tests.Shared;

/// <summary>A theory about PostgreSQL's own programs: skipped on a laptop without them, failing in CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PgDumpTheoryAttribute : TheoryAttribute
{
    public PgDumpTheoryAttribute() => Skip = TestMachine.SkipReason(LocalPostgres.MissingClients(TestMachine.Postgres));
}
