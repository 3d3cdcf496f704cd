namespace Drawbridge.Engine.SqlServer.Failures;

/// <summary>What to do about a statement that the server refused.</summary>
internal static class StatementRemedy
{
    private static readonly int[] NoRight = [229, 230, 262, 297, 300, 371, 916, 15151, 15247];

    private static readonly int[] Full = [1101, 1105, 9002];

    private static readonly int[] NoMemory = [701, 802, 1204, 8645, 8651];

    /// <summary>By the error's number.</summary>
    public static string For(ScriptContext context, ServerError error)
    {
        var again = context.Script.Entry.Again();
        return error.Number switch
        {
            Conflict.LockTimeOut =>
                "Another session kept a lock for longer than the script may wait. Choose a quieter time, or let the script "
                + $"wait longer ('-- drawbridge: lock-timeout=30s'), then {again}.",
            ServerError.TimedOut =>
                "The batch took longer than its statements may. Do the work in smaller steps, or allow more: "
                + "'-- drawbridge: statement-timeout=10min'.",
            _ when NotInTransactionException.IsSaidBy(error) =>
                "It can't run in a transaction. Put '-- drawbridge: transaction=off' at the head of this very file, which was "
                + $"not applied, then {again}.",
            var number when NoRight.Contains(number) => $"Grant the missing right to the login that migrates, then {again}.",
            var number when Full.Contains(number) =>
                $"Free space on the server, or give it more, then {again}. The script may stay as it is.",
            var number when NoMemory.Contains(number) =>
                $"Do the work in smaller steps or scripts, or let the server have more memory or locks, then {again}.",
            _ when error.Severity >= 17 =>
                $"The cause is the server's own: look at its log, put it right, then {again}. The script may stay as it is.",
            _ => $"Correct this very file (a script that failed was never applied, so it may change) and {again}.",
        };
    }
}
