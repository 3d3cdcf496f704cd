namespace Drawbridge.Sql.PostgreSql.Syntax.Reading;

/// <summary>Reads the parameters of a routine.</summary>
internal static class ParameterReader
{
    /// <summary>Passes the list with its parentheses; the types of all that goes in.</summary>
    public static IReadOnlyList<string?> TakeTypes(TokenReader reader)
    {
        var types = new List<string?>();
        reader.Take("(");
        while (!reader.IsAtEnd && !reader.Take(")"))
        {
            var isOut = reader.Take("OUT");
            _ = reader.TakeAny("IN", "INOUT", "VARIADIC");
            var start = reader.Start;
            reader.SkipTo(",", ")", "DEFAULT", "=");
            if (!isOut)
            {
                types.Add(TypeIn(reader.Script, reader.SpanFrom(start)));
            }

            reader.SkipTo(",", ")");
            reader.Take(",");
        }

        return types;
    }

    /// <summary>A type, or a name and a type: what reads as a type to its end is one.</summary>
    private static string? TypeIn(string script, TextSpan parameter)
    {
        var reader = new TokenReader(script, parameter);
        var type = reader.TakeType();
        if (!reader.IsAtEnd)
        {
            reader = new TokenReader(script, parameter);
            reader.TakeIdentifier();
            type = reader.TakeType();
        }

        return type is not null && reader.IsAtEnd ? $"{type.Name}{(type.IsArray ? "[]" : "")}" : null;
    }
}
