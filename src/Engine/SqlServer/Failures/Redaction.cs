using Drawbridge.Sql;

namespace Drawbridge.Engine.SqlServer.Failures;

/// <summary>
/// Row data does not belong in a bucket. What is quoted in a message stays only when it stands in the script's own text;
/// what a script raises is put together of anything.
/// </summary>
internal static class Redaction
{
    /// <summary>From here on, numbers are for messages that scripts raise themselves.</summary>
    private const int FirstOfScripts = 50000;

    /// <summary>
    /// Messages that quote nothing but names of tables, columns, constraints and other objects: not null, conflict with a
    /// constraint, unknown object, column or schema, already there, can't be dropped or altered, no right.
    /// </summary>
    private static readonly int[] OfNames =
    [
        207, 208, 213, 229, 230, 262, 515, 544, 547, 911, 1205, 1222, 1750, 1767, 1769, 1776, 1779, 1785, 1801, 1909, 1911, 1913,
        2705, 2714, 2759, 2760, 2812, 3701, 3725, 3726, 3727, 3728, 4104, 4121, 4701, 4902, 4922, 4924, 5074, 15151, 15225,
    ];

    /// <summary>Which end with the values of a key in parentheses.</summary>
    private static readonly int[] OfKeys = [1505, 2601, 2627];

    /// <summary>The server's message without values that the script does not show already.</summary>
    public static string OfMessage(ServerError error, SqlScript script)
    {
        var shown = new ShownText(script) { MoreQuotes = "'" };
        return error.Number switch
        {
            _ when error.Message.StartsWith(HistorySql.RowIsGone, StringComparison.Ordinal) => error.Message,
            >= FirstOfScripts => shown.WithoutWords(shown.WithoutQuoted(error.Message)),
            var number when OfKeys.Contains(number) => WithoutKey(error.Message, shown),
            var number when OfNames.Contains(number) => error.Message,
            _ => shown.WithoutQuoted(error.Message, StringComparison.OrdinalIgnoreCase),
        };
    }

    /// <summary>
    /// A value may hold parentheses itself, so all behind the last opening one that a space precedes is one.
    /// </summary>
    private static string WithoutKey(string message, ShownText shown)
    {
        var (first, last) = (message.IndexOf(" (", StringComparison.Ordinal), message.LastIndexOf(')'));
        return first < 0 || last < first || shown.Holds(message[(first + " (".Length)..last])
            ? message
            : $"{message[..(first + " (".Length)]}'…'{message[last..]}";
    }
}
