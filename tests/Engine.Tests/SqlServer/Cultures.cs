using System.Globalization;
using Drawbridge.Tests.Shared;

namespace Drawbridge.Engine.Tests.SqlServer;

/// <summary>The data of cultures, without which SQL Server's driver does not work.</summary>
internal static class Cultures
{
    /// <summary>The reason to skip a test that needs them: null in CI, where it must fail.</summary>
    public static string? SkipReason => TestMachine.SkipReason(Are() ? null : "There is no data of cultures (ICU) here.");

    private static bool Are()
    {
        try
        {
            return CultureInfo.GetCultureInfo("en-US", predefinedOnly: true).Name.Length > 0;
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }
}
