using Drawbridge.LocalEnvironment;
using Xunit;

namespace Drawbridge.Tests.Shared;

/// <summary>A fact about PostgreSQL: without a server it is skipped on a laptop and fails in CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = TestMachine.SkipReason(LocalPostgres.Missing(TestMachine.Postgres));
}
