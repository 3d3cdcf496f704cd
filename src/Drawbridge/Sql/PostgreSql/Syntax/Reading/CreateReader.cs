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
            ObjectKind.Table => CreateTableReader.Read(reader, prefix),
            ObjectKind.ForeignTable => CreateTableReader.Read(reader, prefix) is { } table ? table with { IsForeign = true } : null,
            ObjectKind.Index => CreateIndexReader.Read(reader, prefix, keyword),
            _ => null,
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
}
