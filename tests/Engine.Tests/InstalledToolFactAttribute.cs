using Drawbridge.LocalEnvironment;
using Drawbridge.Tests.Shared;

namespace Drawbridge.Engine.Tests;

/// <summary>
/// A fact about a migration tool: skipped where it is not installed, because what it leaves in a database is recorded
/// too, below <c>Histories</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class InstalledToolFactAttribute : FactAttribute
{
    public InstalledToolFactAttribute(string program)
    {
        Program = program;
        Skip = OtherTool.Find(program) is null
            ? $"'{program}' is not on PATH."
            : TestMachine.SkipReason(LocalPostgres.Missing(TestMachine.Postgres));
    }

    public string Program { get; }
}
