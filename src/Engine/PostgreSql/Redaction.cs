using System.Buffers;
using Drawbridge.Sql;

namespace Drawbridge.Engine.PostgreSql;

/// <summary>
/// Row data does not belong in a bucket. Messages of SQLSTATE class 22 (data exceptions) quote values: such a value stays
/// only when it stands in the script's own text; what is below COPY are rows.
/// </summary>
internal static class Redaction
{
    private const string DataException = "22";

    /// <summary>Those of the languages in which the server may speak: "a", «a», „a“, »a«, “a”, ‹a›, ‘a’, 「a」.</summary>
    private static readonly SearchValues<char> Quotes = SearchValues.Create("\"«»„“”‹›‘’‚「」『』");

    /// <summary>The message without values that the script does not show already.</summary>
    public static string Of(string message, string sqlState, SqlScript script)
    {
        if (!sqlState.StartsWith(DataException, StringComparison.Ordinal))
        {
            return message;
        }

        // A value may hold quotes itself, so what lies between the first and the last one is taken as a whole.
        var (first, last) = (message.AsSpan().IndexOfAny(Quotes), message.AsSpan().LastIndexOfAny(Quotes));
        return first < 0 || (first < last && IsShown(message[(first + 1)..last].Trim(), script))
            ? message
            : $"{message[..first]}'…'{message[(last + 1)..]}";
    }

    private static bool IsShown(string value, SqlScript script)
    {
        var start = 0;
        foreach (var rows in script.Statements.Select(statement => statement.CopyData).OfType<TextSpan>())
        {
            if (script.Text.AsSpan(start..rows.Offset).Contains(value, StringComparison.Ordinal))
            {
                return true;
            }

            start = rows.End;
        }

        return script.Text.AsSpan(start).Contains(value, StringComparison.Ordinal);
    }
}
