namespace Drawbridge.Sql.PostgreSql.Syntax.Reading;

/// <summary>Reads CREATE VIEW behind that word.</summary>
internal static class CreateViewReader
{
    public static CreateViewStatement? Read(TokenReader reader, CreatePrefix prefix)
    {
        var ifNotExists = reader.Take("IF", "NOT", "EXISTS");
        return reader.TakeName() is { } name
            ? new CreateViewStatement(reader.Span, name)
            {
                IsReplacing = prefix.IsReplacing,
                IsTemporary = prefix.IsTemporary,
                IfNotExists = ifNotExists,
                Columns = reader.TakeColumns(),
                Query = reader.SkipTo("AS") && reader.Take("AS") ? reader.TakeRest() : null,
            }
            : null;
    }
}
