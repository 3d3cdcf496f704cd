namespace Drawbridge.Sql.PostgreSql.Syntax.Reading;

/// <summary>Reads ALTER of anything.</summary>
internal static class AlterReader
{
    /// <summary>Of the others, <c>ADD TABLE</c> adds no column called "table".</summary>
    private static readonly ObjectKind[] WithColumns = [ObjectKind.View, ObjectKind.MaterializedView, ObjectKind.Index, ObjectKind.Domain];

    public static StatementSyntax? Read(TokenReader reader)
    {
        reader.Take("ALTER");
        if (reader.Is("SYSTEM"))
        {
            return SettingReader.ReadSystem(reader);
        }

        if (reader.Take("DEFAULT", "PRIVILEGES"))
        {
            return PrivilegeReader.ReadDefault(reader);
        }

        return reader.TakeObjectKind() switch
        {
            null => null,
            ObjectKind.Table => ReadTable(reader, isForeign: false),
            ObjectKind.ForeignTable => ReadTable(reader, isForeign: true),
            ObjectKind.Type => ReadType(reader),
            ObjectKind.Role => ReadRole(reader),
            (ObjectKind.Function or ObjectKind.Procedure or ObjectKind.Routine) and var kind =>
                ReadRoutine(reader, kind),
            var kind => ReadObject(reader, kind.Value),
        };
    }

    private static AlterTableStatement? ReadTable(TokenReader reader, bool isForeign)
    {
        if (reader.Sees("ALL", "IN", "TABLESPACE"))
        {
            return null;
        }

        var ifExists = reader.Take("IF", "EXISTS");
        var isOnly = reader.Take("ONLY");
        return reader.TakeTable() is { } name
            ? new AlterTableStatement(reader.Span, name, TakeActions(reader, hasColumns: true)) { IfExists = ifExists, IsOnly = isOnly, IsForeign = isForeign }
            : null;
    }

    private static StatementSyntax? ReadType(TokenReader reader)
    {
        if (reader.TakeName() is not { } name)
        {
            return null;
        }

        if (reader.Take("ADD", "VALUE"))
        {
            var ifNotExists = reader.Take("IF", "NOT", "EXISTS");
            return reader.TakeLiteral() is { } label ? new AlterTypeAddValueStatement(reader.Span, name, label) { IfNotExists = ifNotExists } : null;
        }

        if (reader.Take("RENAME", "VALUE"))
        {
            var label = reader.TakeLiteral();
            reader.Take("TO");
            return label is not null && reader.TakeLiteral() is { } newLabel
                ? new AlterTypeRenameValueStatement(reader.Span, name, label, newLabel)
                : null;
        }

        return new AlterObjectStatement(reader.Span, ObjectKind.Type, name, TakeActions(reader, hasColumns: true));
    }

    private static StatementSyntax? ReadRole(TokenReader reader) =>
        reader.TakeName() is not { } name ? null
        : reader.IsAny("RENAME", "SET", "RESET", "IN", "ADD", "DROP")
            ? new AlterObjectStatement(reader.Span, ObjectKind.Role, name, TakeActions(reader, hasColumns: false))
            : RoleReader.ReadOptions(reader, name.Name);

    private static AlterFunctionStatement? ReadRoutine(TokenReader reader, ObjectKind kind)
    {
        if (reader.TakeName() is not { } name)
        {
            return null;
        }

        reader.TakeGroup();
        if (reader.IsAny("RENAME", "OWNER") || reader.Sees("SET", "SCHEMA"))
        {
            return new AlterFunctionStatement(reader.Span, kind, name, TakeActions(reader, hasColumns: false));
        }

        var (definer, settings) = CreateFunctionReader.TakeOptions(reader);
        return new AlterFunctionStatement(reader.Span, kind, name, [])
        {
            SecurityDefiner = definer,
            Settings = settings,
        };
    }

    private static AlterObjectStatement? ReadObject(TokenReader reader, ObjectKind kind)
    {
        var ifExists = reader.Take("IF", "EXISTS");
        if (reader.Sees("ALL", "IN", "TABLESPACE") || reader.TakeName() is not { } name)
        {
            return null;
        }

        reader.TakeGroup();
        var table = reader.Take("ON") ? reader.TakeName() : null;
        return new AlterObjectStatement(reader.Span, kind, name, TakeActions(reader, WithColumns.Contains(kind)))
        {
            IfExists = ifExists,
            Table = table,
        };
    }

    private static List<AlterAction> TakeActions(TokenReader reader, bool hasColumns)
    {
        var actions = new List<AlterAction>();
        while (!reader.IsAtEnd)
        {
            actions.Add(ActionReader.Read(reader, hasColumns));
            reader.Take(",");
        }

        return actions;
    }
}
