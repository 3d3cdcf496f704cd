namespace Drawbridge.Sql.PostgreSql.Syntax.Reading;

/// <summary>Reads CREATE TABLE behind that word.</summary>
internal static class CreateTableReader
{
    public static CreateTableStatement? Read(TokenReader reader, CreatePrefix prefix)
    {
        var ifNotExists = reader.Take("IF", "NOT", "EXISTS");
        if (reader.TakeName() is not { } name)
        {
            return null;
        }

        var table = new CreateTableStatement(reader.Span, name)
        {
            IfNotExists = ifNotExists,
            IsTemporary = prefix.IsTemporary || name.Schema?.Value == "pg_temp",
            IsUnlogged = prefix.IsUnlogged,
            PartitionOf = reader.Take("PARTITION", "OF") ? reader.TakeName() : null,
            OfType = reader.Take("OF") ? reader.TakeName() : null,
        };
        return TakeTail(reader, TakeElements(reader, table));
    }

    private static CreateTableStatement TakeElements(TokenReader reader, CreateTableStatement table)
    {
        if (!reader.Take("("))
        {
            return table;
        }

        var columns = new List<ColumnDefinition>();
        var constraints = new List<TableConstraint>();
        var like = new List<QualifiedName>();
        do
        {
            if (reader.SeesConstraint())
            {
                Add(constraints, reader.TakeConstraint());
            }
            else if (reader.Take("LIKE"))
            {
                Add(like, reader.TakeName());
            }
            else
            {
                Add(columns, reader.TakeColumn());
            }

            reader.SkipTo(",", ")");
        }
        while (reader.Take(","));
        reader.Take(")");
        return table with { Columns = columns, Constraints = constraints, Like = like };
    }

    private static CreateTableStatement TakeTail(TokenReader reader, CreateTableStatement table)
    {
        while (!reader.IsAtEnd)
        {
            if (reader.Take("AS"))
            {
                return table with { Query = reader.TakeRest() };
            }

            if (reader.Take("INHERITS", "("))
            {
                table = table with { Inherits = reader.TakeNames(")") };
            }
            else if (reader.Sees("PARTITION", "BY"))
            {
                table = table with { PartitionBy = TakePartitionBy(reader) };
            }
            else
            {
                reader.Skip();
            }
        }

        return table;
    }

    private static TextSpan TakePartitionBy(TokenReader reader)
    {
        var start = reader.Start;
        reader.SkipTo("(");
        reader.Skip();
        return reader.SpanFrom(start);
    }

    private static void Add<T>(List<T> list, T? item)
        where T : class
    {
        if (item is not null)
        {
            list.Add(item);
        }
    }
}
