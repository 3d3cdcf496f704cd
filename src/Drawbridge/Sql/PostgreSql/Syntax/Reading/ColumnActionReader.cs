namespace Drawbridge.Sql.PostgreSql.Syntax.Reading;

/// <summary>Reads what an ALTER does to one column.</summary>
internal static class ColumnActionReader
{
    public static AlterAction? Read(TokenReader reader)
    {
        if (reader.Take("CONSTRAINT"))
        {
            return null;
        }

        reader.TakeAny("COLUMN", "ATTRIBUTE");
        return reader.TakeIdentifier() switch
        {
            null => null,
            var column when reader.Take("TYPE") || reader.Take("SET", "DATA", "TYPE") => ChangeType(reader, column),
            var column when reader.Take("SET", "DEFAULT") => reader.TakeExpression() is { } value ? new SetDefaultAction(default, column, value) : null,
            var column when reader.Take("DROP", "DEFAULT") => new DropDefaultAction(default, column),
            var column when reader.Take("SET", "NOT", "NULL") => new SetNotNullAction(default, column),
            var column when reader.Take("DROP", "NOT", "NULL") => new DropNotNullAction(default, column),
            var column when reader.Take("ADD", "GENERATED") => new AddIdentityAction(default, column),
            var column when reader.Take("DROP", "IDENTITY") => new DropIdentityAction(default, column) { IfExists = reader.Take("IF", "EXISTS") },
            var column when reader.Take("SET", "EXPRESSION", "AS") =>
                reader.TakeGroup() is { } value ? new SetExpressionAction(default, column, value) : null,
            _ => null,
        };
    }

    private static AlterColumnTypeAction? ChangeType(TokenReader reader, Identifier column) =>
        reader.TakeType() is { } type
            ? new AlterColumnTypeAction(default, column, type)
            {
                Collation = reader.Take("COLLATE") ? reader.TakeName() : null,
                Using = reader.Take("USING") ? reader.TakeExpression() : null,
            }
            : null;
}
