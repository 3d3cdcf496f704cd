namespace Drawbridge.Engine.SqlServer;

/// <summary>What the server refuses only because of what other sessions do at that moment.</summary>
internal static class Conflict
{
    /// <summary>The lock was not free in time.</summary>
    public const int LockTimeOut = 1222;

    /// <summary>Chosen as the victim of a deadlock.</summary>
    private const int Deadlock = 1205;

    /// <summary>
    /// Whether a transaction that failed like this, and was taken back, may succeed the next time. Never the driver's own
    /// list, which is one for connecting.
    /// </summary>
    public static bool MayPass(ScriptContext context, Exception exception) =>
        exception is RefusalException { IsCancelled: false, Error.Number: Deadlock or LockTimeOut } && context.Channel.IsOpen;
}
