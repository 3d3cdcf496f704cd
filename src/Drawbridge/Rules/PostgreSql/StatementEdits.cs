using Drawbridge.Rules.Fixes;
using Drawbridge.Sql;
using Drawbridge.Sql.PostgreSql.Syntax;
using Drawbridge.Sql.PostgreSql.Syntax.Reading;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>Writes the fixes of findings on a statement.</summary>
internal static class StatementEdits
{
    public static Fix Edit(this StatementContext at, params IReadOnlyList<TextEdit> edits) => new(at.Script.Sql, edits);

    /// <summary>Adds something in front of a character.</summary>
    public static TextEdit Insert(int offset, string text) => new(new TextSpan(offset, 0), text);

    /// <summary>Another statement, behind this one and on a line of its own.</summary>
    public static Fix Append(this StatementContext at, string statement)
    {
        var line = $"{NewLine(at)}{statement}";
        return Terminator(at) is { } end
            ? at.Edit(Insert(EndOfLine(at, end) ?? end, $"{line};"))
            : at.Edit(Insert(at.Syntax.Span.End, $";{line}"));
    }

    /// <summary>A line at the top of the script.</summary>
    public static Fix Prepend(this StatementContext at, string line) => at.Edit(Insert(0, $"{line}{NewLine(at)}"));

    /// <summary>Takes the statement out, and its lines where nothing else stands in them.</summary>
    public static Fix Remove(this StatementContext at)
    {
        var text = at.Script.Sql.Text;
        var start = at.Syntax.Span.Offset;
        var end = Terminator(at) ?? at.Syntax.Span.End;
        var before = text.AsSpan(0, start).TrimEnd(" \t");
        if ((before is [] or [.., '\n'] or [.., '\r']) && EndOfLine(at, end) is { } lineEnd)
        {
            (start, end) = (before.Length, PassLineBreak(text, lineEnd));
        }

        return at.Edit(new TextEdit(new TextSpan(start, end - start), ""));
    }

    /// <summary>
    /// What a statement becomes that no transaction can hold: it stays among its like, and leaves a script that is one
    /// transaction.
    /// </summary>
    public static Fix LeaveTransaction(this StatementContext at, TextEdit edit) =>
        at.Script.Sql.Statements.All(other => other == at.Statement || IsAboutIndexes(other))
            ? at.Edit(edit)
            : at.Remove();

    private static bool IsAboutIndexes(SqlStatement statement) => statement.CannotRunInTransaction || statement.Syntax
        is CreateIndexStatement or ReindexStatement or DropObjectsStatement { Kind: ObjectKind.Index };

    private static string NewLine(StatementContext at) =>
        at.Script.Sql.Text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";

    /// <summary>Behind the semicolon; null when the script ends without.</summary>
    private static int? Terminator(StatementContext at)
    {
        var text = at.Script.Sql.Text;
        var end = at.Syntax.Span.End;
        var reader = new TokenReader(text, new TextSpan(end, text.Length - end));
        return reader.Is(";") ? reader.TokenSpan.End : null;
    }

    /// <summary>The end of the line, when nothing but a comment is in between.</summary>
    private static int? EndOfLine(StatementContext at, int offset)
    {
        var rest = at.Script.Sql.Text.AsSpan(offset);
        var length = rest.IndexOfAny('\r', '\n') is var found and >= 0 ? found : rest.Length;
        var left = rest[..length].Trim();
        return left.IsEmpty || left.StartsWith("--") ? offset + length : null;
    }

    private static int PassLineBreak(string text, int end) =>
        text.AsSpan(end).StartsWith("\r\n") ? end + 2 : Math.Min(end + 1, text.Length);
}
