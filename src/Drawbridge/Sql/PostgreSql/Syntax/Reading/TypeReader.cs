namespace Drawbridge.Sql.PostgreSql.Syntax.Reading;

/// <summary>Reads types and gives them the name that the catalog shows.</summary>
internal static class TypeReader
{
    public static DataType? TakeType(this TokenReader reader)
    {
        var isSet = reader.Take("SETOF");
        var start = reader.Start;
        if (reader.TakeName() is not { } written)
        {
            return null;
        }

        var name = TypeNames.Canonical(written);
        name += name switch
        {
            "double" when reader.Take("PRECISION") => " precision",
            "character" or "bit" when reader.Take("VARYING") => " varying",
            "national" when reader.TakeAny("CHARACTER", "CHAR") => "",
            _ => "",
        };
        if (name == "national")
        {
            name = reader.Take("VARYING") ? "character varying" : "character";
        }

        IReadOnlyList<string> modifiers = name == "interval" ? [.. TakeIntervalFields(reader), .. TakeModifiers(reader)] : TakeModifiers(reader);
        if (name is "time" or "timestamp")
        {
            name += reader.Take("WITH", "TIME", "ZONE") ? " with time zone" : " without time zone";
            reader.Take("WITHOUT", "TIME", "ZONE");
        }

        reader.Take("%", "TYPE");
        (name, modifiers) = TypeNames.Settle(name, modifiers);
        var dimensions = TakeDimensions(reader);
        var span = reader.SpanFrom(start);
        return new DataType(name, reader.Script.Substring(span.Offset, span.Length), span)
        {
            Modifiers = modifiers,
            Dimensions = dimensions,
            IsSet = isSet,
        };
    }

    private static List<string> TakeIntervalFields(TokenReader reader)
    {
        var fields = new List<string>();
        while (reader.IsAny("YEAR", "MONTH", "DAY", "HOUR", "MINUTE", "SECOND", "TO"))
        {
            fields.Add(NameReader.Fold(reader.Text.ToString()));
            reader.Advance();
        }

        return fields is [] ? [] : [string.Join(' ', fields)];
    }

    private static List<string> TakeModifiers(TokenReader reader)
    {
        var modifiers = new List<string>();
        if (!reader.Take("("))
        {
            return modifiers;
        }

        while (reader.TakeExpression() is { } modifier)
        {
            modifiers.Add(modifier.Text);
            reader.Take(",");
        }

        reader.Take(")");
        return modifiers;
    }

    private static int TakeDimensions(TokenReader reader)
    {
        var dimensions = reader.Take("ARRAY") && !reader.Is("[") ? 1 : 0;
        for (; reader.Is("["); dimensions++)
        {
            reader.Skip();
        }

        return dimensions;
    }
}
