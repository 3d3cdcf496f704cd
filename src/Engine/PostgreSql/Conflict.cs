using Npgsql;

namespace Drawbridge.Engine.PostgreSql;

/// <summary>What the server refuses only because of what other sessions do at that moment.</summary>
internal static class Conflict
{
    /// <summary>
    /// Whether a transaction that failed like this may succeed the next time. A cancelled statement, a wrong one or a
    /// violated constraint would fail again.
    /// </summary>
    public static bool MayPass(ScriptContext context, Exception exception) =>
        exception is PipelineException { IsCancelled: false, IsCommitted: false, IsOutcomeUnknown: false } failure
        && failure.Answer.SqlState is PostgresErrorCodes.LockNotAvailable
            or PostgresErrorCodes.DeadlockDetected
            or PostgresErrorCodes.SerializationFailure
        && context.IsConnected;
}
