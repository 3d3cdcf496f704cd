using Drawbridge.Sql;

namespace Drawbridge.Engine.PostgreSql;

/// <summary>How long a script's statements may wait and work.</summary>
internal static class TimeOuts
{
    /// <summary>The first version that can end a transaction that lasts too long.</summary>
    private const int KnowsTransactionTimeout = 17;

    /// <summary>
    /// Short, because whoever waits for a lock makes everyone else wait behind it; a script that must wait longer says
    /// so.
    /// </summary>
    private static readonly TimeSpan DefaultLockWait = TimeSpan.FromSeconds(5);

    /// <summary>How long after the run's own deadline the server ends what the run could not.</summary>
    private static readonly TimeSpan Backstop = TimeSpan.FromSeconds(10);

    /// <summary>The settings with which a script begins; its own SET statements may change them.</summary>
    public static IReadOnlyList<string> Of(ScriptContext context)
    {
        var end = context.Clock.Left is { } left && left > TimeSpan.Zero ? left + Backstop : TimeSpan.Zero;
        var longest = LongestStatement(context.Script.Sql) ?? TimeSpan.Zero;
        string[] usual = [LockTimeOut(context.Script.Sql), Set("statement_timeout", Earlier(longest, end))];
        return context.Connection.PostgreSqlVersion.Major < KnowsTransactionTimeout
            ? usual
            : [.. usual, Set("transaction_timeout", end)];
    }

    /// <summary>What the script allows each of its statements; null when it does not say.</summary>
    public static TimeSpan? LongestStatement(SqlScript script) => DirectiveOf(script, DirectiveKind.StatementTimeout);

    /// <summary>The script's time-out for locks; none around a statement that waits for others by design.</summary>
    public static string LockTimeOut(SqlScript script, bool isConcurrent = false) => Set(
        "lock_timeout",
        isConcurrent ? TimeSpan.Zero : DirectiveOf(script, DirectiveKind.LockTimeout) ?? DefaultLockWait);

    /// <summary>Zero is none.</summary>
    private static TimeSpan Earlier(TimeSpan one, TimeSpan other) =>
        one == TimeSpan.Zero ? other : other == TimeSpan.Zero || one < other ? one : other;

    private static TimeSpan? DirectiveOf(SqlScript script, DirectiveKind kind) =>
        script.Directives.FirstOrDefault(directive => directive.Kind == kind)?.Duration;

    private static string Set(string name, TimeSpan time) => $"SET {name} = {(long)time.TotalMilliseconds}";
}
