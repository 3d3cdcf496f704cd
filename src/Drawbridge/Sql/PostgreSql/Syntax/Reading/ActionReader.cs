namespace Drawbridge.Sql.PostgreSql.Syntax.Reading;

/// <summary>Reads one action of ALTER, up to the comma behind it.</summary>
internal static class ActionReader
{
    public static AlterAction Read(TokenReader reader, bool hasColumns)
    {
        var start = reader.Start;
        var action = hasColumns && reader.IsAny("ADD", "DROP", "ALTER") ? ReadPart(reader) : ReadWhole(reader);
        if (!reader.Is(","))
        {
            reader.SkipTo(",");
        }

        return (action ?? new OtherAction(default)) with { Span = reader.SpanFrom(start) };
    }

    private static AlterAction? ReadPart(TokenReader reader) =>
        reader.Take("ADD") ? Add(reader)
        : reader.Take("DROP") ? Drop(reader)
        : reader.Take("ALTER") ? ColumnActionReader.Read(reader)
        : null;

    private static AlterAction? ReadWhole(TokenReader reader) =>
        reader.Take("RENAME") ? Rename(reader)
        : reader.Take("SET") ? Set(reader)
        : reader.Take("VALIDATE", "CONSTRAINT") ? Named(reader, name => new ValidateConstraintAction(default, name))
        : reader.Take("OWNER", "TO") ? Named(reader, name => new OwnerToAction(default, name))
        : reader.Take("ATTACH", "PARTITION") ? reader.TakeName() is { } part ? new AttachPartitionAction(default, part) : null
        : reader.Take("DETACH", "PARTITION") ? Detach(reader)
        : SwitchReader.Read(reader);

    private static AlterAction? Add(TokenReader reader)
    {
        if (reader.SeesConstraint())
        {
            return reader.TakeConstraint() is { } constraint ? new AddConstraintAction(default, constraint) : null;
        }

        reader.TakeAny("COLUMN", "ATTRIBUTE");
        var ifNotExists = reader.Take("IF", "NOT", "EXISTS");
        return reader.TakeColumn() is { } column ? new AddColumnAction(default, column) { IfNotExists = ifNotExists } : null;
    }

    private static AlterAction? Drop(TokenReader reader)
    {
        if (reader.Take("DEFAULT"))
        {
            return new DropDefaultAction(default, null);
        }

        if (reader.Take("NOT", "NULL"))
        {
            return new DropNotNullAction(default, null);
        }

        var isConstraint = reader.Take("CONSTRAINT");
        if (!isConstraint)
        {
            reader.TakeAny("COLUMN", "ATTRIBUTE");
        }

        var ifExists = reader.Take("IF", "EXISTS");
        var name = reader.TakeIdentifier();
        var isCascade = reader.Take("CASCADE");
        return name is null ? null
            : isConstraint ? new DropConstraintAction(default, name) { IfExists = ifExists, IsCascade = isCascade }
            : new DropColumnAction(default, name) { IfExists = ifExists, IsCascade = isCascade };
    }

    private static AlterAction? Rename(TokenReader reader)
    {
        if (reader.Take("TO"))
        {
            return Named(reader, name => new RenameToAction(default, name));
        }

        var isConstraint = reader.Take("CONSTRAINT");
        if (!isConstraint)
        {
            reader.TakeAny("COLUMN", "ATTRIBUTE");
        }

        var name = reader.TakeIdentifier();
        reader.Take("TO");
        return name is null || reader.TakeIdentifier() is not { } newName ? null
            : isConstraint ? new RenameConstraintAction(default, name, newName)
            : new RenameColumnAction(default, name, newName);
    }

    private static AlterAction? Set(TokenReader reader) =>
        reader.Take("SCHEMA") ? Named(reader, name => new SetSchemaAction(default, name))
        : reader.Take("TABLESPACE") ? Named(reader, name => new SetTablespaceAction(default, name))
        : reader.Take("ACCESS", "METHOD") ? Named(reader, name => new SetAccessMethodAction(default, name))
        : reader.Take("LOGGED") ? new SetLoggedAction(default, IsLogged: true)
        : reader.Take("UNLOGGED") ? new SetLoggedAction(default, IsLogged: false)
        : reader.Take("DEFAULT") ? reader.TakeExpression() is { } value ? new SetDefaultAction(default, null, value) : null
        : reader.Take("NOT", "NULL") ? new SetNotNullAction(default, null)
        : null;

    private static DetachPartitionAction? Detach(TokenReader reader) =>
        reader.TakeName() is { } part
            ? new DetachPartitionAction(default, part) { IsConcurrent = reader.Take("CONCURRENTLY"), IsFinalize = reader.Take("FINALIZE") }
            : null;

    private static AlterAction? Named(TokenReader reader, Func<Identifier, AlterAction> create) =>
        reader.TakeIdentifier() is { } name ? create(name) : null;
}
