using Drawbridge.Sql;
using Drawbridge.Tests.Sql.PostgreSql.Generated;
using Drawbridge.Tests.Sql.PostgreSql.Syntax;

namespace Drawbridge.Tests.Sql.PostgreSql.Fuzzing;

/// <summary>
/// What must be true of every text that was read, whatever it says. Plain conditions: millions of assertions would take
/// longer than reading.
/// </summary>
internal static class ScriptFlaw
{
    /// <summary>The first thing that is wrong; null when nothing is.</summary>
    public static string? Find(SqlScript script) =>
        FindInStatements(script) ?? FindInErrors(script) ?? SyntaxFlaw.Find(script);

    /// <summary>
    /// Statements and what lies between them make up the whole text: nothing is lost, nothing is read twice.
    /// </summary>
    private static string? FindInStatements(SqlScript script)
    {
        var end = script.Text is ['\uFEFF', ..] ? 1 : 0;
        foreach (var statement in script.Statements)
        {
            if (Gaps.EndFrom(end, script.Text) != statement.Offset)
            {
                return $"something is lost between {end} and {statement.Offset}";
            }

            if (statement.Length <= 0 || statement.Start != Places.Locate(script.Text, statement.Offset))
            {
                return $"{statement.Start}, {statement.Length} long, is not where the text has it";
            }

            end = statement.CopyData is { } rows
                ? Gaps.EndOfRows(rows, script.Text)
                : statement.Offset + statement.Length;
        }

        return Gaps.EndFrom(end, script.Text) == script.Text.Length ? null : $"something is lost behind {end}";
    }

    private static string? FindInErrors(SqlScript script)
    {
        var last = 0;
        foreach (var (_, message, remedy, position) in script.Errors)
        {
            if (position.Offset < last || position != Places.Locate(script.Text, position.Offset))
            {
                return $"the error at {position} is not where the text has it, or out of order";
            }

            if (message.Length == 0 || remedy.Length == 0)
            {
                return $"the error at {position} says nothing";
            }

            last = position.Offset;
        }

        return null;
    }
}
