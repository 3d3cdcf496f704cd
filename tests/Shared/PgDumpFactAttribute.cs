using Drawbridge.LocalEnvironment;
using Xunit;

namespace Drawbridge.Tests.Shared;

/// <summary>
/// A fact that compares databases with PostgreSQL's own programs: skipped on a laptop without them, failing in CI.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PgDumpFactAttribute : FactAttribute
{
    public PgDumpFactAttribute() => Skip = TestMachine.SkipReason(
        LocalPostgres.Missing(TestMachine.Postgres) ?? LocalPostgres.MissingClients(TestMachine.Postgres));
}
