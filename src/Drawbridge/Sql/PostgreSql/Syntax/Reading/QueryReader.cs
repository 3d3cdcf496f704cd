namespace Drawbridge.Sql.PostgreSql.Syntax.Reading;

/// <summary>Reads the heads of what reads and writes rows.</summary>
internal static class QueryReader
{
    public static StatementSyntax? Read(TokenReader reader)
    {
        var tables = TakeWith(reader);
        var statement = ReadBehindWith(reader);

        // INSERT … WITH … SELECT: the only place where more of them can write.
        var all = statement is InsertStatement ? [.. tables, .. TakeWith(reader)] : tables;
        return all is [] ? statement : statement is null ? null : statement with { With = all };
    }

    private static QueryStatement? ReadBehindWith(TokenReader reader) =>
        reader.Take("INSERT") ? ReadInsert(reader)
        : reader.Take("UPDATE") ? ReadUpdate(reader)
        : reader.Take("DELETE") ? ReadDelete(reader)
        : reader.Take("MERGE") ? ReadMerge(reader)
        : ReadSelect(reader);

    private static CommonTable[] TakeWith(TokenReader reader) =>
        reader.Take("WITH") ? [.. TakeCommonTables(reader)] : [];

    private static List<CommonTable> TakeCommonTables(TokenReader reader)
    {
        var tables = new List<CommonTable>();
        reader.Take("RECURSIVE");
        do
        {
            var name = reader.TakeIdentifier();
            reader.TakeGroup();
            reader.Take("AS");
            _ = reader.Take("NOT", "MATERIALIZED") || reader.Take("MATERIALIZED");
            if (name is null || reader.TakeGroup() is not { } query)
            {
                return tables;
            }

            tables.Add(new CommonTable(name, ReadInner(reader.Script, query.Span)));
            PassSearchAndCycle(reader);
        }
        while (reader.Take(","));
        return tables;
    }

    /// <summary>A WITH inside a WITH can't write, so it is not taken apart: nothing here calls itself without an end.</summary>
    private static StatementSyntax ReadInner(string script, TextSpan span)
    {
        var reader = new TokenReader(script, span);
        return reader.IsAny("INSERT", "UPDATE", "DELETE", "MERGE") && ReadBehindWith(reader) is { } write ? write : new SelectStatement(span);
    }

    private static void PassSearchAndCycle(TokenReader reader)
    {
        while (reader.TakeAny("SEARCH", "CYCLE"))
        {
            reader.SkipTo("SET");
            reader.Take("SET");
            reader.TakeIdentifier();
            if (reader.Take("TO"))
            {
                reader.TakeExpression("USING");
            }

            if (reader.Take("USING"))
            {
                reader.TakeIdentifier();
            }
        }
    }

    private static InsertStatement? ReadInsert(TokenReader reader)
    {
        reader.Take("INTO");
        if (reader.TakeName() is not { } target)
        {
            return null;
        }

        if (reader.Take("AS"))
        {
            reader.TakeIdentifier();
        }

        reader.TakeGroup();
        _ = reader.Take("OVERRIDING", "USER", "VALUE") || reader.Take("OVERRIDING", "SYSTEM", "VALUE");
        return new InsertStatement(reader.Span, target)
        {
            HasLiteralRows = reader.IsAny("VALUES", "DEFAULT"),
        };
    }

    private static UpdateStatement? ReadUpdate(TokenReader reader) =>
        reader.TakeTable() is { } target ? new UpdateStatement(reader.Span, target) { Where = TakeWhere(reader) } : null;

    private static DeleteStatement? ReadDelete(TokenReader reader)
    {
        reader.Take("FROM");
        return reader.TakeTable() is { } target ? new DeleteStatement(reader.Span, target) { Where = TakeWhere(reader) } : null;
    }

    private static MergeStatement? ReadMerge(TokenReader reader)
    {
        reader.Take("INTO");
        return reader.TakeTable() is { } target ? new MergeStatement(reader.Span, target) : null;
    }

    private static SelectStatement ReadSelect(TokenReader reader)
    {
        var settings = SetConfigReader.Read(reader.Script, reader.Span);
        var select = new SelectStatement(reader.Span)
        {
            Settings = settings,
            OnlySets = settings is not [] && SetConfigReader.IsAll(reader.Script, reader.Span),
        };
        if (!reader.SkipTo("INTO", "FROM") || !reader.Take("INTO"))
        {
            return select;
        }

        var isTemporary = TakeTemporary(reader);
        reader.Take("UNLOGGED");
        reader.Take("TABLE");
        return select with { Into = reader.TakeName(), IsIntoTemporary = isTemporary };
    }

    private static bool TakeTemporary(TokenReader reader) =>
        reader.TakeAny("TEMPORARY", "TEMP")
        || reader.Take("LOCAL", "TEMPORARY") || reader.Take("LOCAL", "TEMP")
        || reader.Take("GLOBAL", "TEMPORARY") || reader.Take("GLOBAL", "TEMP");

    private static SqlExpression? TakeWhere(TokenReader reader) =>
        reader.SkipTo("WHERE", "RETURNING") && reader.Take("WHERE") ? reader.TakeExpression("RETURNING") : null;
}
