namespace Drawbridge.Sql.PostgreSql.Syntax.Reading;

/// <summary>Reads CREATE: the words before the kind of object, then leaves the rest to who knows the kind.</summary>
internal static class CreateReader
{
    public static StatementSyntax? Read(TokenReader reader)
    {
        reader.Take("CREATE");
        var prefix = TakePrefix(reader);
        var keyword = reader.TokenSpan;
        return reader.TakeObjectKind() switch
        {
            null => null,
            ObjectKind.Table => CreateTableReader.Read(reader, prefix),
            ObjectKind.ForeignTable => CreateTableReader.Read(reader, prefix) is { } table ? table with { IsForeign = true } : null,
            ObjectKind.Index => CreateIndexReader.Read(reader, prefix, keyword),
            ObjectKind.View => CreateViewReader.Read(reader, prefix),
            ObjectKind.MaterializedView => CreateViewReader.Read(reader, prefix) is { } view ? view with { IsMaterialized = true } : null,
            ObjectKind.Function => CreateFunctionReader.Read(reader, prefix),
            ObjectKind.Procedure => CreateFunctionReader.Read(reader, prefix) is { } routine ? routine with { IsProcedure = true } : null,
            ObjectKind.Trigger => ReadTrigger(reader, prefix),
            ObjectKind.Type => CreateTypeReader.Read(reader),
            ObjectKind.Domain => CreateTypeReader.ReadDomain(reader),
            ObjectKind.Schema => CreateSchemaReader.Read(reader),
            ObjectKind.Extension => ReadExtension(reader),
            ObjectKind.Sequence => ReadSequence(reader, prefix),
            ObjectKind.Database => reader.TakeIdentifier() is { } database ? new CreateDatabaseStatement(reader.Span, database) : null,
            ObjectKind.Role => RoleReader.Read(reader) is { } role ? role with { IsNew = true } : null,
            var kind => ReadOther(reader, prefix, kind.Value),
        };
    }

    private static CreatePrefix TakePrefix(TokenReader reader)
    {
        var isReplacing = reader.Take("OR", "REPLACE");
        reader.TakeAny("GLOBAL", "LOCAL");
        var isTemporary = reader.TakeAny("TEMPORARY", "TEMP");
        var isUnlogged = reader.Take("UNLOGGED");
        reader.TakeAny("RECURSIVE", "TRUSTED", "DEFAULT");
        var isUnique = reader.Take("UNIQUE");
        var isConstraint = reader.Take("CONSTRAINT");
        return new CreatePrefix(isReplacing, isTemporary, isUnlogged, IsMarked: isUnique || isConstraint);
    }

    private static CreateTriggerStatement? ReadTrigger(TokenReader reader, CreatePrefix prefix)
    {
        var name = reader.TakeIdentifier();
        reader.SkipTo("ON");
        reader.Take("ON");
        if (name is null || reader.TakeName() is not { } table)
        {
            return null;
        }

        reader.SkipTo("EXECUTE");
        reader.Take("EXECUTE");
        return new CreateTriggerStatement(reader.Span, name, table)
        {
            IsReplacing = prefix.IsReplacing,
            IsConstraint = prefix.IsMarked,
            Function = reader.TakeAny("FUNCTION", "PROCEDURE") ? reader.TakeName() : null,
        };
    }

    private static CreateExtensionStatement? ReadExtension(TokenReader reader)
    {
        var ifNotExists = reader.Take("IF", "NOT", "EXISTS");
        if (reader.TakeIdentifier() is not { } name)
        {
            return null;
        }

        var extension = new CreateExtensionStatement(reader.Span, name) { IfNotExists = ifNotExists };
        for (; !reader.IsAtEnd; reader.Skip())
        {
            extension = reader.Take("SCHEMA") ? extension with { Schema = reader.TakeIdentifier() } : extension;
            extension = reader.Is("CASCADE") ? extension with { IsCascade = true } : extension;
        }

        return extension;
    }

    private static CreateSequenceStatement? ReadSequence(TokenReader reader, CreatePrefix prefix)
    {
        var ifNotExists = reader.Take("IF", "NOT", "EXISTS");
        return reader.TakeName() is { } name
            ? new CreateSequenceStatement(reader.Span, name) { IfNotExists = ifNotExists, IsTemporary = prefix.IsTemporary }
            : null;
    }

    private static CreateObjectStatement ReadOther(TokenReader reader, CreatePrefix prefix, ObjectKind kind)
    {
        var ifNotExists = reader.Take("IF", "NOT", "EXISTS");
        return new CreateObjectStatement(reader.Span, kind, kind == ObjectKind.UserMapping ? null : reader.TakeName())
        {
            IfNotExists = ifNotExists,
            IsReplacing = prefix.IsReplacing,
        };
    }
}
