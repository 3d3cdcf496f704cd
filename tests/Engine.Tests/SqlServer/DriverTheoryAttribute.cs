namespace Drawbridge.Engine.Tests.SqlServer;

/// <summary>A theory about SQL Server's driver: without what that needs it is skipped on a laptop and fails in CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DriverTheoryAttribute : TheoryAttribute
{
    public DriverTheoryAttribute() => Skip = Cultures.SkipReason;
}
