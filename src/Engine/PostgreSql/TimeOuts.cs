using Drawbridge.Sql;

namespace Drawbridge.Engine.PostgreSql;

/// <summary>How long a script's statements may wait and work.</summary>
internal static class TimeOuts
{
    /// <summary>
    /// Short, because whoever waits for a lock makes everyone else wait behind it; a script that must wait longer says
    /// so.
    /// </summary>
    private static readonly TimeSpan DefaultLockWait = TimeSpan.FromSeconds(5);

    /// <summary>The settings with which a script begins; its own SET statements may change them.</summary>
    public static IReadOnlyList<string> Of(SqlScript script) =>
    [
        LockTimeOut(script),
        Set("statement_timeout", DirectiveOf(script, DirectiveKind.StatementTimeout) ?? TimeSpan.Zero),
    ];

    /// <summary>The script's time-out for locks; none around a statement that waits for others by design.</summary>
    public static string LockTimeOut(SqlScript script, bool isConcurrent = false) => Set(
        "lock_timeout",
        isConcurrent ? TimeSpan.Zero : DirectiveOf(script, DirectiveKind.LockTimeout) ?? DefaultLockWait);

    private static TimeSpan? DirectiveOf(SqlScript script, DirectiveKind kind) =>
        script.Directives.FirstOrDefault(directive => directive.Kind == kind)?.Duration;

    private static string Set(string name, TimeSpan time) => $"SET {name} = {(long)time.TotalMilliseconds}";
}
