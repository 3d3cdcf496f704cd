using Drawbridge.Sql;
using Npgsql;

namespace Drawbridge.Engine.PostgreSql;

/// <summary>What to do about a statement that the server refused.</summary>
internal static class StatementRemedy
{
    private const string StatementTimeOut = "statement_timeout";

    /// <summary>By the SQLSTATE, and by what the script itself asked for.</summary>
    public static string For(ScriptContext context, PipelineException failure) => failure.Answer.SqlState switch
    {
        PostgresErrorCodes.LockNotAvailable =>
            "Another session kept a lock for longer than the script may wait. Choose a quieter time, or let the script "
            + $"wait longer ('-- drawbridge: lock-timeout=30s'), then {context.Again}.",
        PostgresErrorCodes.QueryCanceled when MayHaveTimedOut(context) =>
            "The statement took longer than it may. Do the work in smaller steps, or allow more: '-- drawbridge: statement-timeout=10min'.",
        PostgresErrorCodes.QueryCanceled =>
            "Somebody ended the statement (pg_cancel_backend), or a time-out did that is not the script's own. Find out "
            + $"which, then {context.Again}. The script may stay as it is.",
        PostgresErrorCodes.InvalidTransactionTermination when IsForCommitting(context.Script, failure.Statement) =>
            "It commits by itself, which a transaction around it does not allow. Put '-- drawbridge: transaction=off' at "
            + $"the head of this very file, which was not applied, then {context.Again}.",
        PostgresErrorCodes.InsufficientPrivilege =>
            $"Grant the missing right to the login that migrates, then {context.Again}.",
        PostgresErrorCodes.DiskFull =>
            $"Free space on the server, or give it more, then {context.Again}. The script may stay as it is.",
        PostgresErrorCodes.OutOfMemory =>
            "Do the work in smaller steps or scripts, or let the server have more memory or locks (its hint names the "
            + $"setting), then {context.Again}.",
        PostgresErrorCodes.ConfigurationLimitExceeded =>
            $"Do the work in smaller steps, or raise the limit that the server names, then {context.Again}.",
        ['5', '3' or '8', ..] or ['X', 'X', ..] =>
            $"The cause is the server's own: look at its log, put it right, then {context.Again}. The script may stay as "
            + "it is.",
        _ => $"Correct this very file (a script that failed was never applied, so it may change) and {context.Again}.",
    };

    /// <summary>
    /// The server says why in its own language only. Without a limit of the script's own, none but the run's can end a
    /// statement, and the run is told when that is so.
    /// </summary>
    private static bool MayHaveTimedOut(ScriptContext context) =>
        context.Script.Sql.Text.Contains(StatementTimeOut, StringComparison.OrdinalIgnoreCase)
        || (TimeOuts.LongestStatement(context.Script.Sql) is { Ticks: > 0 } longest && context.Clock.Elapsed >= longest);

    private static bool IsForCommitting(LoadedScript script, SqlStatement? statement) =>
        script.RunsInTransaction && statement is { Kind: StatementKind.Call or StatementKind.Do };
}
