using Drawbridge.Sql;
using Drawbridge.Sql.PostgreSql;
using Drawbridge.Tests.Sql.PostgreSql.Generated;

namespace Drawbridge.Reading.Tests.Psql;

/// <summary>Compares how a script was read with what psql made of it.</summary>
internal static class Comparison
{
    /// <summary>The first statement on which the two differ; null when there is none.</summary>
    public static string? FindDifference(string script, IReadOnlyList<SentStatement> sent)
    {
        var ours = PostgreSqlReader.Read(script).Statements;
        var theirs = sent.Where(statement => !IsEmpty(statement.Text)).ToList();
        for (var number = 0; number < Math.Min(ours.Count, theirs.Count); number++)
        {
            if (!IsSame(ours[number], theirs[number], script))
            {
                return $"we read '{ours[number].Text}' with rows {ours[number].CopyData}, psql sent {theirs[number]}";
            }
        }

        return ours.Count == theirs.Count ? null : $"we read {ours.Count} statements, psql sent {theirs.Count}";
    }

    private static bool IsSame(SqlStatement ours, SentStatement theirs, string script)
    {
        var (expected, actual) = (WithoutBlankLines(ours.Text), WithoutBlankLines(theirs.Text));
        var start = Comments.EndFrom(0, actual);
        var rows = ours.CopyData is { } span ? script.Substring(span.Offset, span.Length) : null;
        return actual.AsSpan(start).StartsWith(expected, StringComparison.Ordinal)
            && IsEmpty(actual[(start + expected.Length)..])
            && rows == WithoutMark(theirs.Rows);
    }

    /// <summary>psql leaves them out between tokens.</summary>
    private static string WithoutBlankLines(string text) =>
        string.Join('\n', text.Split('\n').Where((line, number) => number == 0 || line.Length > 0));

    /// <summary>psql sends the mark at the end of the rows too, and the server ends there.</summary>
    private static string? WithoutMark(string? rows)
    {
        var mark = Array.Find(["\n\\.\n", "\n\\.\r\n"], mark => $"\n{rows}".EndsWith(mark, StringComparison.Ordinal));
        return mark is null ? rows : rows?[..^(mark.Length - 1)];
    }

    /// <summary>psql sends comments and the semicolon along.</summary>
    private static bool IsEmpty(string text) => text[Comments.EndFrom(0, text)..] is "" or ";";
}
