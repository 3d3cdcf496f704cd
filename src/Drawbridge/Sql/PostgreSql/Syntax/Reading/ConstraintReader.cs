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
        return reader.TakeConstraint(name, null) is { } constraint ? constraint with { Span = reader.SpanFrom(start) } : null;
    }

    /// <summary>What follows a constraint's name; beside a column its columns are not written.</summary>
    public static TableConstraint? TakeConstraint(this TokenReader reader, Identifier? name, Identifier? column) =>
        TakeKind(reader) is { } kind
            ? TakeAttributes(reader, TakeSubject(reader, new TableConstraint(kind, name, default) { Columns = column is null ? [] : [column] }))
            : null;

    private static ConstraintKind? TakeKind(TokenReader reader) =>
        reader.Take("CHECK") ? ConstraintKind.Check
        : reader.Take("NOT", "NULL") ? ConstraintKind.NotNull
        : reader.Take("NULL") ? ConstraintKind.Null
        : reader.Take("PRIMARY", "KEY") ? ConstraintKind.PrimaryKey
        : reader.Take("UNIQUE") ? ConstraintKind.Unique
        : reader.Take("FOREIGN", "KEY") || reader.Is("REFERENCES") ? ConstraintKind.ForeignKey
        : reader.Take("EXCLUDE") ? ConstraintKind.Exclude
        : null;

    private static TableConstraint TakeSubject(TokenReader reader, TableConstraint constraint) => constraint.Kind switch
    {
        ConstraintKind.Check => constraint with { Condition = reader.TakeGroup() },
        ConstraintKind.NotNull => constraint with { Columns = TakeNotNullColumn(reader, constraint.Columns) },
        ConstraintKind.PrimaryKey or ConstraintKind.Unique => TakeKey(reader, constraint),
        ConstraintKind.ForeignKey => TakeReference(reader, constraint with { Columns = TakeColumns(reader, constraint.Columns) }),
        ConstraintKind.Exclude => TakeExclusion(reader, constraint),
        _ => constraint,
    };

    private static IReadOnlyList<Identifier> TakeColumns(TokenReader reader, IReadOnlyList<Identifier> beside) =>
        reader.Is("(") ? reader.TakeColumns() : beside;

    /// <summary><c>ADD CONSTRAINT c NOT NULL a</c>, since version 18.</summary>
    private static IReadOnlyList<Identifier> TakeNotNullColumn(TokenReader reader, IReadOnlyList<Identifier> beside) =>
        beside is [] && reader.TakeIdentifier() is { } column ? [column] : beside;

    private static TableConstraint TakeKey(TokenReader reader, TableConstraint constraint)
    {
        if (reader.Take("USING", "INDEX"))
        {
            return constraint with { UsingIndex = reader.TakeIdentifier() };
        }

        reader.Take("NULLS", "NOT", "DISTINCT");
        reader.Take("NULLS", "DISTINCT");
        constraint = constraint with { Columns = TakeColumns(reader, constraint.Columns) };
        PassIndexParameters(reader);
        return constraint;
    }

    private static TableConstraint TakeExclusion(TokenReader reader, TableConstraint constraint)
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

        return constraint with { Condition = elements };
    }

    private static TableConstraint TakeReference(TokenReader reader, TableConstraint constraint)
    {
        reader.Take("REFERENCES");
        constraint = constraint with { ReferencedTable = reader.TakeName(), ReferencedColumns = reader.TakeColumns() };
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

        return constraint;
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

    private static TableConstraint TakeAttributes(TokenReader reader, TableConstraint constraint)
    {
        for (var start = -1; reader.Start > start;)
        {
            start = reader.Start;
            constraint = TakeAttribute(reader, constraint);
        }

        return constraint;
    }

    private static TableConstraint TakeAttribute(TokenReader reader, TableConstraint constraint)
    {
        var start = reader.Start;
        return reader.Take("NOT", "VALID") ? constraint with { NotValid = reader.SpanFrom(start) }
            : reader.Take("NOT", "ENFORCED") ? constraint with { IsNotEnforced = true }
            : reader.Take("NO", "INHERIT") ? constraint with { IsNotInherited = true }
            : reader.Take("INITIALLY", "DEFERRED") ? constraint with { IsDeferrable = true, IsDeferred = true }
            : reader.Take("DEFERRABLE") ? constraint with { IsDeferrable = true }
            : PassDefault(reader, constraint);
    }

    private static TableConstraint PassDefault(TokenReader reader, TableConstraint constraint)
    {
        _ = reader.Take("ENFORCED") || reader.Take("NOT", "DEFERRABLE") || reader.Take("INITIALLY", "IMMEDIATE");
        return constraint;
    }
}
