using Drawbridge.LocalEnvironment;
using Xunit;

namespace Drawbridge.Tests.Shared;

/// <summary>A theory about PostgreSQL: without a server it is skipped on a laptop and fails in CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresTheoryAttribute : TheoryAttribute
{
    public PostgresTheoryAttribute() => Skip = TestMachine.SkipReason(LocalPostgres.Missing(TestMachine.Postgres));
}
