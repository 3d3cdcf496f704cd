namespace Drawbridge.Sql.PostgreSql.Syntax.Reading;

/// <summary>Finds where expressions end.</summary>
internal static class ExpressionReader
{
    /// <summary>
    /// An expression up to a comma, a closing parenthesis or one of these words, outside of parentheses and CASE;
    /// null when there is none.
    /// </summary>
    public static SqlExpression? TakeExpression(this TokenReader reader, params ReadOnlySpan<string> ends)
    {
        var start = reader.Start;
        var cases = 0;
        var isFirst = true;
        while (!reader.IsAtEnd && !reader.Is(")") && (cases > 0 || !reader.Is(",") && (isFirst || !reader.IsAny(ends))))
        {
            cases += reader.Is("CASE") ? 1 : reader.Is("END") ? -1 : 0;
            if (reader.Is("."))
            {
                reader.Advance();
            }

            reader.Skip();
            isFirst = false;
        }

        return Create(reader, start);
    }

    /// <summary>What stands in parentheses, without them.</summary>
    public static SqlExpression? TakeGroup(this TokenReader reader)
    {
        if (!reader.Is("("))
        {
            return null;
        }

        var start = reader.TokenSpan.End;
        reader.Skip();
        var end = reader.Script[reader.PreviousEnd - 1] == ')' ? reader.PreviousEnd - 1 : reader.PreviousEnd;
        return Trimmed(reader.Script, start, end);
    }

    /// <summary>Everything that is left.</summary>
    public static SqlExpression? TakeRest(this TokenReader reader)
    {
        var start = reader.Start;
        while (!reader.IsAtEnd)
        {
            reader.Advance();
        }

        return Create(reader, start);
    }

    private static SqlExpression? Create(TokenReader reader, int start) =>
        reader.PreviousEnd > start ? new SqlExpression(reader.Script, reader.SpanFrom(start)) : null;

    private static SqlExpression Trimmed(string script, int start, int end)
    {
        var text = script.AsSpan(start, Math.Max(0, end - start));
        var leading = text.Length - text.TrimStart().Length;
        return new SqlExpression(script, new TextSpan(start + leading, text.Trim().Length));
    }
}
