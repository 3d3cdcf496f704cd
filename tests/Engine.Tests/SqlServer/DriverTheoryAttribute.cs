using System.Globalization;
using Drawbridge.Tests.Shared;

namespace Drawbridge.Engine.Tests.SqlServer;

/// <summary>
/// A theory about SQL Server's driver, which needs the data of cultures: without it skipped on a laptop, a failure in CI.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DriverTheoryAttribute : TheoryAttribute
{
    public DriverTheoryAttribute() => Skip = TestMachine.SkipReason(
        CultureInfo.GetCultureInfo("en-US").EnglishName.StartsWith("English", StringComparison.Ordinal)
            ? null
            : "This machine has no data of cultures (ICU), or 'DOTNET_SYSTEM_GLOBALIZATION_INVARIANT' is set.");
}
