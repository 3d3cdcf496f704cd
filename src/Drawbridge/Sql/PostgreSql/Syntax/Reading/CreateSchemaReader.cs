namespace Drawbridge.Sql.PostgreSql.Syntax.Reading;

/// <summary>Reads CREATE SCHEMA behind that word, with the statements inside it.</summary>
internal static class CreateSchemaReader
{
    public static CreateSchemaStatement Read(TokenReader reader)
    {
        var ifNotExists = reader.Take("IF", "NOT", "EXISTS");
        var name = reader.Is("AUTHORIZATION") ? null : reader.TakeIdentifier();
        return new CreateSchemaStatement(reader.Span, name)
        {
            IfNotExists = ifNotExists,
            Owner = reader.Take("AUTHORIZATION") ? reader.TakeIdentifier() : null,
            Elements = TakeElements(reader),
        };
    }

    private static List<StatementSyntax> TakeElements(TokenReader reader)
    {
        var elements = new List<StatementSyntax>();
        while (!reader.IsAtEnd)
        {
            var start = reader.Start;
            var isSchema = reader.Sees("CREATE", "SCHEMA");
            PassElement(reader);

            // A schema in a schema is refused by the server, and would nest without an end.
            if (!isSchema)
            {
                elements.Add(StatementReader.Read(new TokenReader(reader.Script, reader.SpanFrom(start))));
            }
        }

        return elements;
    }

    private static void PassElement(TokenReader reader)
    {
        do
        {
            reader.Skip();
        }
        while (!reader.IsAtEnd && !SeesElement(reader));
    }

    /// <summary>Not the privilege of <c>GRANT CREATE ON</c>, nor <c>WITH GRANT OPTION</c>.</summary>
    private static bool SeesElement(TokenReader reader) =>
        reader.Is("CREATE") && !reader.Sees("CREATE", "ON") && !reader.Sees("CREATE", ",")
        || reader.Is("GRANT") && !reader.Sees("GRANT", "OPTION");
}
