using System.Text.RegularExpressions;
using Drawbridge.Sql;

namespace Drawbridge.Engine.SqlServer;

/// <summary>
/// What a script leaves in its session besides settings and temporary tables, and what no question finds there: the one
/// table whose identities may be written, and global cursors. As far as the script's text shows it.
/// </summary>
internal static partial class Leftovers
{
    private const RegexOptions Options =
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private const string Name = @"(\[[^\]\r\n]+\]|[\w$#]+)";

    /// <summary>Clears it away, whether it is there or not; empty for nothing.</summary>
    public static string CleanUp(SqlScript script) => string.Join(
        '\n',
        IdentityInsert().Matches(script.Text).Select(match => TurnOff(match.Groups["name"].Value))
            .Concat(Cursor().Matches(script.Text).Select(match => LetGo(match.Groups["name"].Value)))
            .Distinct(StringComparer.OrdinalIgnoreCase));

    private static string TurnOff(string table) =>
        $"IF OBJECT_ID({SqlName.Literal(table)}) IS NOT NULL SET IDENTITY_INSERT {table} OFF;";

    private static string LetGo(string cursor) =>
        $"IF CURSOR_STATUS('global', {SqlName.Literal(cursor.Trim('[', ']'))}) > -3 DEALLOCATE GLOBAL {cursor};";

    [GeneratedRegex(@"\bset\s+identity_insert\s+(?<name>" + Name + @"(\." + Name + @")*)\s+on\b", Options)]
    private static partial Regex IdentityInsert();

    [GeneratedRegex(@"\bdeclare\s+(?<name>" + Name + @")\s+(insensitive\s+|scroll\s+)*cursor\b", Options)]
    private static partial Regex Cursor();
}
