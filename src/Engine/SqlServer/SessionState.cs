using System.Text.RegularExpressions;
using Drawbridge.Sql;

namespace Drawbridge.Engine.SqlServer;

/// <summary>
/// What a batch leaves in its session and nowhere else, which a later session lacks; as far as its text shows.
/// </summary>
internal static partial class SessionState
{
    private const RegexOptions Options =
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>Whether running it again sets the same, and does nothing else.</summary>
    public static bool CanBeSetAgain(SqlBatch batch) => batch.Statements.All(Sets);

    /// <summary>
    /// Whether what it made is gone with its session: a batch behind it may then mean something else, or nothing.
    /// </summary>
    public static bool EndsWithSession(SqlBatch batch) => !CanBeSetAgain(batch) && batch.Statements.Any(EndsWithSession);

    /// <summary>The same of one of its statements.</summary>
    private static bool EndsWithSession(SqlStatement statement) =>
        (Sets(statement) && !IsHarmless().IsMatch(statement.Text)) || LeavesSomething().IsMatch(statement.Text);

    private static bool Sets(SqlStatement statement) => Setting().IsMatch(statement.Text);

    [GeneratedRegex(
        @"^(use\s|set\s+[^;'""()=]+\s+(on|off)\b|set\s+(language|dateformat|datefirst|lock_timeout|rowcount|textsize"
        + @"|deadlock_priority|transaction\s+isolation)\b)",
        Options)]
    private static partial Regex Setting();

    [GeneratedRegex(@"^set\s+nocount\b", Options)]
    private static partial Regex IsHarmless();

    [GeneratedRegex(
        @"#[\w#]|\bexecute\s+as\b|\bexec\s+as\b|\bcursor\b|\bsp_set_session_context\b|\bcontext_info\b|\bsp_setapprole\b"
        + @"|\bsp_getapplock\b",
        Options)]
    private static partial Regex LeavesSomething();
}
