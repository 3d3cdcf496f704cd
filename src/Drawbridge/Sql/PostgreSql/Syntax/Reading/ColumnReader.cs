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
        return reader.TakeColumnOptions(name, type, start);
    }

    /// <summary>What follows a column's type, in any order.</summary>
    public static ColumnDefinition TakeColumnOptions(this TokenReader reader, Identifier name, DataType? type, int from)
    {
        var parts = default(ColumnParts);
        var constraints = new List<TableConstraint>();
        for (var start = -1; reader.Start > start;)
        {
            start = reader.Start;
            var ofConstraint = reader.Take("CONSTRAINT") ? reader.TakeIdentifier() : null;
            if (!TakeValue(reader, ref parts) && reader.TakeConstraint(start, ofConstraint, name) is { } constraint)
            {
                constraints.Add(constraint);
            }
        }

        return new ColumnDefinition(name, type, reader.SpanFrom(from))
        {
            Default = parts.Default,
            Identity = parts.Identity,
            Generated = parts.Generated,
            IsStored = parts.IsStored,
            Collation = parts.Collation,
            Constraints = constraints,
        };
    }

    private static bool TakeValue(TokenReader reader, ref ColumnParts parts)
    {
        var start = reader.Start;
        if (reader.Take("DEFAULT"))
        {
            parts.Default = reader.TakeExpression(AfterDefault);
        }
        else if (reader.Take("COLLATE"))
        {
            parts.Collation = reader.TakeName();
        }
        else if (reader.TakeAny("COMPRESSION", "STORAGE", "OPTIONS"))
        {
            reader.Skip();
        }
        else if (reader.Take("GENERATED"))
        {
            TakeGenerated(reader, ref parts, start);
        }
        else
        {
            return false;
        }

        return true;
    }

    private static void TakeGenerated(TokenReader reader, ref ColumnParts parts, int start)
    {
        if (!reader.Take("ALWAYS"))
        {
            reader.Take("BY", "DEFAULT");
        }

        if (reader.Take("AS", "IDENTITY"))
        {
            reader.TakeGroup();
            parts.Identity = reader.SpanFrom(start);
            return;
        }

        reader.Take("AS");
        parts.Generated = reader.TakeGroup();
        parts.IsStored = reader.Take("STORED");
        reader.Take("VIRTUAL");
    }

    /// <summary>What is known so far: records are made once, when all is, for there may be very many of them.</summary>
    private record struct ColumnParts
    {
        public SqlExpression? Default { get; set; }

        public TextSpan? Identity { get; set; }

        public SqlExpression? Generated { get; set; }

        public bool IsStored { get; set; }

        public QualifiedName? Collation { get; set; }
    }
}
