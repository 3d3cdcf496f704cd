namespace Drawbridge.Sql.PostgreSql.Syntax.Reading;

/// <summary>Reads DROP of anything.</summary>
internal static class DropReader
{
    public static StatementSyntax? Read(TokenReader reader)
    {
        reader.Take("DROP");
        if (reader.Take("OWNED", "BY"))
        {
            return new DropOwnedStatement(reader.Span, reader.TakeNames("CASCADE", "RESTRICT"))
            {
                Cascade = reader.TakeSpan("CASCADE"),
            };
        }

        var start = reader.Start;
        if (reader.TakeObjectKind() is not { } kind)
        {
            return null;
        }

        var keyword = reader.SpanFrom(start);
        var isConcurrent = reader.Take("CONCURRENTLY");
        var ifExists = reader.Take("IF", "EXISTS");
        return new DropObjectsStatement(reader.Span, kind, kind == ObjectKind.UserMapping ? [] : reader.TakeNames("ON", "CASCADE", "RESTRICT", "USING", "WITH"))
        {
            IfExists = ifExists,
            IsConcurrent = isConcurrent,
            Keyword = keyword,
            Table = reader.Take("ON") ? reader.TakeName() : null,
            Cascade = reader.SkipTo("CASCADE") ? reader.TakeSpan("CASCADE") : null,
        };
    }
}
