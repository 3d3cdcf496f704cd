namespace Drawbridge.Sql.PostgreSql.Syntax.Reading;

/// <summary>Reads names and folds them as the server does.</summary>
internal static class NameReader
{
    public static Identifier? TakeIdentifier(this TokenReader reader)
    {
        if (!reader.IsName)
        {
            return null;
        }

        var start = reader.Start;
        var text = KnownNames.Get(reader.Text);
        reader.Advance();
        var value = text[0] == '"' ? Unquote(text)
            : text.Contains('"', StringComparison.Ordinal) ? UnicodeEscapes.Undo(Unquote(text[2..]), reader.TakeEscapeCharacter())
            : Fold(text);
        return new Identifier(value, text, reader.SpanFrom(start));
    }

    /// <summary>A name with at most its schema; of more parts, the last two.</summary>
    public static QualifiedName? TakeName(this TokenReader reader)
    {
        var start = reader.Start;
        var name = reader.TakeIdentifier();
        Identifier? schema = null;
        while (name is not null && reader.Take(".") && reader.TakeIdentifier() is { } next)
        {
            (schema, name) = (name, next);
        }

        return name is null ? null : new QualifiedName(schema, name, reader.SpanFrom(start));
    }

    /// <summary>A table as statements name it: <c>ONLY (a.b)</c>, <c>a.b *</c>.</summary>
    public static QualifiedName? TakeTable(this TokenReader reader)
    {
        reader.Take("ONLY");
        var isGroup = reader.Take("(");
        var name = reader.TakeName();
        reader.Take("*");
        if (isGroup)
        {
            reader.Take(")");
        }

        return name;
    }

    /// <summary>Names with commas between them; what else stands in one element (parameters, columns) is passed.</summary>
    public static IReadOnlyList<QualifiedName> TakeNames(this TokenReader reader, params ReadOnlySpan<string> ends)
    {
        var names = new List<QualifiedName>();
        do
        {
            if (reader.TakeTable() is { } name)
            {
                names.Add(name);
            }

            while (!reader.IsAtEnd && !reader.Is(",") && !reader.IsAny(ends))
            {
                reader.Skip();
            }
        }
        while (reader.Take(","));
        return names;
    }

    /// <summary>The columns in parentheses; empty when no parenthesis follows.</summary>
    public static IReadOnlyList<Identifier> TakeColumns(this TokenReader reader)
    {
        var columns = new List<Identifier>();
        if (!reader.Take("("))
        {
            return columns;
        }

        do
        {
            if (reader.TakeIdentifier() is { } first)
            {
                // FOREIGN KEY (a, PERIOD b), since version 18
                columns.Add(first.Text.Equals("period", StringComparison.OrdinalIgnoreCase) && reader.TakeIdentifier() is { } named ? named : first);
            }

            reader.SkipTo(",", ")");
        }
        while (reader.Take(","));
        reader.Take(")");
        return columns;
    }

    /// <summary>ASCII letters only: the server leaves others alone in a multi-byte encoding.</summary>
    public static string Fold(string text) =>
        text.AsSpan().IndexOfAnyInRange('A', 'Z') < 0 ? text : string.Create(text.Length, text, static (folded, source) =>
        {
            for (var at = 0; at < folded.Length; at++)
            {
                folded[at] = char.IsAsciiLetterUpper(source[at]) ? (char)(source[at] | ' ') : source[at];
            }
        });

    /// <summary>What follows <c>UESCAPE</c>, or the backslash.</summary>
    public static char TakeEscapeCharacter(this TokenReader reader)
    {
        if (!reader.Take("UESCAPE") || reader.Text is not ['\'', var escape, '\''])
        {
            return '\\';
        }

        reader.Advance();
        return escape;
    }

    private static string Unquote(string quoted)
    {
        var content = quoted.AsSpan(1);
        return (content is [.., '"'] ? content[..^1] : content).ToString().Replace("\"\"", "\"", StringComparison.Ordinal);
    }
}
