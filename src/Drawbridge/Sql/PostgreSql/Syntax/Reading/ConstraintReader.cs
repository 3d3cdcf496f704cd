namespace Drawbridge.Sql.PostgreSql.Syntax.Reading;

/// <summary>Reads constraints, of a table and beside a column: they differ only in where the columns stand.</summary>
internal static class ConstraintReader
{
    /// <summary>Whether a constraint follows rather than a column.</summary>
    public static bool SeesConstraint(this TokenReader reader) =>
        reader.IsAny("CONSTRAINT", "CHECK", "UNIQUE", "PRIMARY", "FOREIGN")
        || reader.Sees("EXCLUDE", "USING") || reader.Sees("EXCLUDE", "(") || reader.Sees("NOT", "NULL");

    /// <summary>A constraint of a table.</summary>
    public static TableConstraint? TakeConstraint(this TokenReader reader)
    {
        var start = reader.Start;
        var name = reader.Take("CONSTRAINT") ? reader.TakeIdentifier() : null;
        return reader.TakeConstraint(start, name, column: null);
    }

    /// <summary>What follows a constraint's name; beside a column its columns are not written.</summary>
    public static TableConstraint? TakeConstraint(this TokenReader reader, int start, Identifier? name, Identifier? column)
    {
        if (TakeKind(reader) is not { } kind)
        {
            return null;
        }

        var parts = new ConstraintParts { Columns = column is null ? [] : [column], ReferencedColumns = [] };
        TakeSubject(reader, kind, ref parts);
        while (TakeAttribute(reader, ref parts))
        {
            // One after the other, in any order.
        }

        return new TableConstraint(kind, name, reader.SpanFrom(start))
        {
            Columns = parts.Columns,
            Condition = parts.Condition,
            ReferencedTable = parts.ReferencedTable,
            ReferencedColumns = parts.ReferencedColumns,
            UsingIndex = parts.UsingIndex,
            NotValid = parts.NotValid,
            IsDeferrable = parts.IsDeferrable,
            IsDeferred = parts.IsDeferred,
            IsNotEnforced = parts.IsNotEnforced,
            IsNotInherited = parts.IsNotInherited,
        };
    }

    private static ConstraintKind? TakeKind(TokenReader reader) =>
        reader.Take("CHECK") ? ConstraintKind.Check
        : reader.Take("NOT", "NULL") ? ConstraintKind.NotNull
        : reader.Take("NULL") ? ConstraintKind.Null
        : reader.Take("PRIMARY", "KEY") ? ConstraintKind.PrimaryKey
        : reader.Take("UNIQUE") ? ConstraintKind.Unique
        : reader.Take("FOREIGN", "KEY") || reader.Is("REFERENCES") ? ConstraintKind.ForeignKey
        : reader.Take("EXCLUDE") ? ConstraintKind.Exclude
        : null;

    private static void TakeSubject(TokenReader reader, ConstraintKind kind, ref ConstraintParts parts)
    {
        switch (kind)
        {
            case ConstraintKind.Check:
                parts.Condition = reader.TakeGroup();
                break;
            case ConstraintKind.NotNull:
                parts.Columns = TakeNotNullColumn(reader, parts.Columns);
                break;
            case ConstraintKind.PrimaryKey or ConstraintKind.Unique:
                TakeKey(reader, ref parts);
                break;
            case ConstraintKind.ForeignKey:
                parts.Columns = TakeColumns(reader, parts.Columns);
                TakeReference(reader, ref parts);
                break;
            case ConstraintKind.Exclude:
                parts.Condition = TakeExclusion(reader);
                break;
            default:
                break;
        }
    }

    private static IReadOnlyList<Identifier> TakeColumns(TokenReader reader, IReadOnlyList<Identifier> beside) =>
        reader.Is("(") ? reader.TakeColumns() : beside;

    /// <summary><c>ADD CONSTRAINT c NOT NULL a</c>, since version 18.</summary>
    private static IReadOnlyList<Identifier> TakeNotNullColumn(TokenReader reader, IReadOnlyList<Identifier> beside) =>
        beside is [] && reader.TakeIdentifier() is { } column ? [column] : beside;

    private static void TakeKey(TokenReader reader, ref ConstraintParts parts)
    {
        if (reader.Take("USING", "INDEX"))
        {
            parts.UsingIndex = reader.TakeIdentifier();
            return;
        }

        reader.Take("NULLS", "NOT", "DISTINCT");
        reader.Take("NULLS", "DISTINCT");
        parts.Columns = TakeColumns(reader, parts.Columns);
        PassIndexParameters(reader);
    }

    private static SqlExpression? TakeExclusion(TokenReader reader)
    {
        if (reader.Take("USING"))
        {
            reader.Advance();
        }

        var elements = reader.TakeGroup();
        PassIndexParameters(reader);
        if (reader.Take("WHERE"))
        {
            reader.TakeGroup();
        }

        return elements;
    }

    private static void TakeReference(TokenReader reader, ref ConstraintParts parts)
    {
        reader.Take("REFERENCES");
        parts.ReferencedTable = reader.TakeName();
        parts.ReferencedColumns = reader.TakeColumns();
        if (reader.Take("MATCH"))
        {
            reader.Advance();
        }

        while (reader.Take("ON", "DELETE") || reader.Take("ON", "UPDATE"))
        {
            _ = reader.Take("NO", "ACTION") || reader.TakeAny("RESTRICT", "CASCADE")
                || reader.Take("SET", "NULL") || reader.Take("SET", "DEFAULT");
            reader.TakeGroup();
        }
    }

    private static void PassIndexParameters(TokenReader reader)
    {
        if (reader.Take("INCLUDE"))
        {
            reader.TakeGroup();
        }

        if (reader.Take("WITH"))
        {
            reader.TakeGroup();
        }

        if (reader.Take("USING", "INDEX", "TABLESPACE"))
        {
            reader.Advance();
        }
    }

    private static bool TakeAttribute(TokenReader reader, ref ConstraintParts parts)
    {
        var start = reader.Start;
        if (reader.Take("NOT", "VALID"))
        {
            parts.NotValid = reader.SpanFrom(start);
        }
        else if (reader.Take("NOT", "ENFORCED"))
        {
            parts.IsNotEnforced = true;
        }
        else if (reader.Take("NO", "INHERIT"))
        {
            parts.IsNotInherited = true;
        }
        else if (reader.Take("INITIALLY", "DEFERRED"))
        {
            (parts.IsDeferrable, parts.IsDeferred) = (true, true);
        }
        else if (reader.Take("DEFERRABLE"))
        {
            parts.IsDeferrable = true;
        }
        else
        {
            return reader.Take("ENFORCED") || reader.Take("NOT", "DEFERRABLE") || reader.Take("INITIALLY", "IMMEDIATE");
        }

        return true;
    }

    /// <summary>What is known so far: records are made once, when all is, for there may be very many of them.</summary>
    private record struct ConstraintParts
    {
        public IReadOnlyList<Identifier> Columns { get; set; }

        public SqlExpression? Condition { get; set; }

        public QualifiedName? ReferencedTable { get; set; }

        public IReadOnlyList<Identifier> ReferencedColumns { get; set; }

        public Identifier? UsingIndex { get; set; }

        public TextSpan? NotValid { get; set; }

        public bool IsDeferrable { get; set; }

        public bool IsDeferred { get; set; }

        public bool IsNotEnforced { get; set; }

        public bool IsNotInherited { get; set; }
    }
}
