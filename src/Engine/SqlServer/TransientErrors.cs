namespace Drawbridge.Engine.SqlServer;

/// <summary>
/// What a server answers that takes no connection at this moment: the driver's own list (SqlConfigurableRetryFactory's
/// baseline) without what is about locks, and with what a server says that starts, stops or changes its role.
/// </summary>
internal static class TransientErrors
{
    /// <summary>It starts, stops, is upgraded or paused, or another replica takes over.</summary>
    private static readonly int[] OfServer = [921, 922, 983, 6005, 17142, 17187, 17197, 17830, 18401, 18451];

    private static readonly int[] OfDriver =
    [
        64, 233, 997, 4221, 10053, 10054, 10928, 10929, 40143, 40197, 40501, 40540, 40613, 42108, 42109, 49918, 49919, 49920,
    ];

    /// <summary>Whether it may be otherwise soon.</summary>
    public static bool MayPass(int number) => OfServer.Contains(number) || OfDriver.Contains(number);
}
