namespace Drawbridge.Sql.PostgreSql.Syntax.Reading;

/// <summary>Reads the definition of a column.</summary>
internal static class ColumnReader
{
    private static readonly string[] AfterDefault =
        ["CONSTRAINT", "NOT", "NULL", "DEFAULT", "CHECK", "UNIQUE", "PRIMARY", "REFERENCES", "GENERATED", "COLLATE", "DEFERRABLE", "INITIALLY"];

    public static ColumnDefinition? TakeColumn(this TokenReader reader)
    {
        var start = reader.Start;
        if (reader.TakeIdentifier() is not { } name)
        {
            return null;
        }

        var type = reader.IsAny("WITH", "CONSTRAINT", "NOT", "NULL", "DEFAULT", "CHECK", "UNIQUE", "PRIMARY", "REFERENCES", "GENERATED")
            ? null
            : reader.TakeType();
        reader.Take("WITH", "OPTIONS");
        return reader.TakeColumnOptions(new ColumnDefinition(name, type, default)) with { Span = reader.SpanFrom(start) };
    }

    /// <summary>What follows a column's type, in any order.</summary>
    public static ColumnDefinition TakeColumnOptions(this TokenReader reader, ColumnDefinition column)
    {
        var constraints = new List<TableConstraint>();
        for (var start = -1; reader.Start > start;)
        {
            start = reader.Start;
            var name = reader.Take("CONSTRAINT") ? reader.TakeIdentifier() : null;
            if (TakeValue(reader, column) is { } more)
            {
                column = more;
            }
            else if (reader.TakeConstraint(name, column.Name) is { } constraint)
            {
                constraints.Add(constraint with { Span = reader.SpanFrom(start) });
            }
        }

        return column with { Constraints = constraints };
    }

    private static ColumnDefinition? TakeValue(TokenReader reader, ColumnDefinition column)
    {
        var start = reader.Start;
        if (reader.Take("DEFAULT"))
        {
            return column with { Default = reader.TakeExpression(AfterDefault) };
        }

        if (reader.Take("COLLATE"))
        {
            return column with { Collation = reader.TakeName() };
        }

        if (reader.TakeAny("COMPRESSION", "STORAGE", "OPTIONS"))
        {
            reader.Skip();
            return column;
        }

        return reader.Take("GENERATED") ? TakeGenerated(reader, column, start) : null;
    }

    private static ColumnDefinition TakeGenerated(TokenReader reader, ColumnDefinition column, int start)
    {
        if (!reader.Take("ALWAYS"))
        {
            reader.Take("BY", "DEFAULT");
        }

        if (reader.Take("AS", "IDENTITY"))
        {
            reader.TakeGroup();
            return column with { Identity = reader.SpanFrom(start) };
        }

        reader.Take("AS");
        var expression = reader.TakeGroup();
        var isStored = reader.Take("STORED");
        reader.Take("VIRTUAL");
        return column with { Generated = expression, IsStored = isStored };
    }
}
