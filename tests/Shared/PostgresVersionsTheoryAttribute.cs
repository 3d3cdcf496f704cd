using Xunit;

namespace Drawbridge.Tests.Shared;

/// <summary>
/// A theory about several versions of PostgreSQL: where one is missing it is skipped on a laptop and fails in CI.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresVersionsTheoryAttribute : TheoryAttribute
{
    public PostgresVersionsTheoryAttribute() => Skip = TestMachine.SkipReason(
        TestMachine.PostgresVersions.Select(PostgresVersions.Missing).FirstOrDefault(reason => reason is not null));
}
