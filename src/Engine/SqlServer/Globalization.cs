using System.Globalization;
using Drawbridge.Problems;

namespace Drawbridge.Engine.SqlServer;

/// <summary>
/// The driver refuses to connect without the data of cultures. The environment can turn that on in a program that is built
/// to run without; the driver looks at how it was built, too.
/// </summary>
internal static class Globalization
{
    private const string Switch = "System.Globalization.Invariant";

    /// <exception cref="DrawbridgeException"><see cref="GlobalizationMissing"/>.</exception>
    public static void Demand()
    {
        try
        {
            _ = CultureInfo.GetCultureInfo("en-US", predefinedOnly: true);
        }
        catch (CultureNotFoundException exception)
        {
            throw new DrawbridgeException(new GlobalizationMissing(), exception);
        }

        AppContext.SetSwitch(Switch, isEnabled: false);
    }
}
