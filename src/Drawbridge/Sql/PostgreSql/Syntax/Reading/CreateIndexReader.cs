namespace Drawbridge.Sql.PostgreSql.Syntax.Reading;

/// <summary>Reads CREATE INDEX behind that word.</summary>
internal static class CreateIndexReader
{
    public static CreateIndexStatement? Read(TokenReader reader, CreatePrefix prefix, TextSpan keyword)
    {
        var isConcurrent = reader.Take("CONCURRENTLY");
        var ifNotExists = reader.Take("IF", "NOT", "EXISTS");
        var name = reader.Is("ON") ? null : reader.TakeIdentifier();
        reader.Take("ON");
        var isOnly = reader.Take("ONLY");
        if (reader.TakeTable() is not { } table)
        {
            return null;
        }

        return new CreateIndexStatement(reader.Span, name, table)
        {
            IsUnique = prefix.IsMarked,
            IsConcurrent = isConcurrent,
            IfNotExists = ifNotExists,
            IsOnly = isOnly,
            Keyword = keyword,
            Method = reader.Take("USING") ? reader.TakeIdentifier() : null,
            Elements = TakeElements(reader),
            Include = reader.Take("INCLUDE") ? reader.TakeColumns() : [],
            AreNullsEqual = reader.Take("NULLS", "NOT", "DISTINCT"),
            Where = reader.SkipTo("WHERE") && reader.Take("WHERE") ? reader.TakeRest() : null,
        };
    }

    private static List<IndexElement> TakeElements(TokenReader reader)
    {
        var elements = new List<IndexElement>();
        if (!reader.Take("("))
        {
            return elements;
        }

        do
        {
            if (TakeElement(reader) is { } element)
            {
                elements.Add(element);
            }
        }
        while (reader.Take(","));
        reader.Take(")");
        return elements;
    }

    /// <summary>A column, a call or an expression in parentheses; then collation, operator class and order.</summary>
    private static IndexElement? TakeElement(TokenReader reader)
    {
        var start = reader.Start;
        var name = reader.TakeName();
        var isColumn = name is not null && !reader.Is("(");
        if (!isColumn && !reader.IsAtEnd)
        {
            reader.Skip();
        }

        var span = reader.SpanFrom(start);
        reader.SkipTo(",", ")");
        return span.Length == 0
            ? null
            : new IndexElement(isColumn ? name!.Name : null, new SqlExpression(reader.Script, span), reader.SpanFrom(start));
    }
}
