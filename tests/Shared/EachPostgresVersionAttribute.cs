using System.Reflection;
using Xunit.Sdk;

namespace Drawbridge.Tests.Shared;

/// <summary>Runs a theory once for each of <see cref="TestMachine.PostgresVersions"/>, its only argument.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EachPostgresVersionAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        TestMachine.PostgresVersions.Select(version => (object[])[version]);
}
