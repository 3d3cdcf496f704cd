using System.Buffers;
using Drawbridge.Sql;
using Npgsql;

namespace Drawbridge.Engine.PostgreSql;

/// <summary>
/// Row data does not belong in a bucket. Messages of SQLSTATE class 22 (data exceptions) quote values, and what a RAISE says
/// is put together of anything: such a value stays only when it stands in the script's own text; what is below COPY are rows.
/// </summary>
internal static class Redaction
{
    private const string DataException = "22";

    /// <summary>Those of the languages in which the server may speak: "a", «a», „a“, »a«, “a”, ‹a›, ‘a’, 「a」.</summary>
    private static readonly SearchValues<char> Quotes = SearchValues.Create("\"«»„“”‹›‘’‚「」『』");

    /// <summary>Where in the server a message is made that is not its own, whatever SQLSTATE it was given.</summary>
    private static readonly string[] Speakers = ["exec_stmt_raise", "exec_stmt_assert"];

    /// <summary>A part of the server's answer without values that the script does not show already.</summary>
    public static string Of(string part, PostgresException answer, SqlScript script) => answer switch
    {
        _ when answer.SqlState.StartsWith(DataException, StringComparison.Ordinal) => WithoutQuoted(part, script),
        { Routine: { } routine } when Speakers.Contains(routine) => WithoutWords(part, script),
        _ => part,
    };

    private static string WithoutQuoted(string message, SqlScript script)
    {
        // A value may hold quotes itself, so what lies between the first and the last one is taken as a whole.
        var (first, last) = (message.AsSpan().IndexOfAny(Quotes), message.AsSpan().LastIndexOfAny(Quotes));
        return first < 0 || (first < last && IsShown(message[(first + 1)..last].Trim(), script))
            ? message
            : $"{message[..first]}'…'{message[(last + 1)..]}";
    }

    private static string WithoutWords(string message, SqlScript script) =>
        string.Join(' ', message.Split(' ').Select(word => IsShown(word, script) ? word : "'…'"));

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
