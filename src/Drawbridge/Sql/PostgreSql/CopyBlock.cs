namespace Drawbridge.Sql.PostgreSql;

/// <summary>
/// The rows below <c>COPY … FROM STDIN;</c>: from the next line to a line <c>\.</c> or the end of the text, as psql
/// reads them.
/// </summary>
/// <param name="Data">The rows, with the line break of the last one.</param>
/// <param name="End">Where reading SQL goes on.</param>
internal readonly record struct CopyBlock(TextSpan Data, int End)
{
    /// <summary>Reads the block below a statement that ended at an offset.</summary>
    public static CopyBlock Below(int offset, ReadOnlySpan<char> text)
    {
        var start = EndOfLine(offset, text);
        for (var from = start; ;)
        {
            var found = text[from..].IndexOf(@"\.");
            if (found < 0)
            {
                return new CopyBlock(new TextSpan(start, text.Length - start), text.Length);
            }

            var mark = from + found;
            if ((mark == start || text[mark - 1] == '\n') && text[(mark + 2)..] is [] or ['\n', ..] or ['\r', '\n', ..] or ['\r'])
            {
                return new CopyBlock(new TextSpan(start, mark - start), EndOfLine(mark, text));
            }

            from = mark + 2;
        }
    }

    private static int EndOfLine(int from, ReadOnlySpan<char> text)
    {
        var length = text[from..].IndexOf('\n');
        return length < 0 ? text.Length : from + length + 1;
    }
}
