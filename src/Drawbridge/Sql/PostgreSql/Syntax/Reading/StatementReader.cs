using System.Collections.Frozen;

namespace Drawbridge.Sql.PostgreSql.Syntax.Reading;

/// <summary>Reads any statement: what it does not understand is an <see cref="OtherStatement"/>.</summary>
internal static class StatementReader
{
    private static readonly FrozenDictionary<string, Func<TokenReader, StatementSyntax?>>.AlternateLookup<ReadOnlySpan<char>> ByFirstWord =
        new Dictionary<string, Func<TokenReader, StatementSyntax?>>
        {
            ["CREATE"] = CreateReader.Read,
            ["ALTER"] = AlterReader.Read,
            ["DROP"] = DropReader.Read,
            ["TRUNCATE"] = MaintenanceReader.ReadTruncate,
            ["WITH"] = QueryReader.Read,
            ["SELECT"] = QueryReader.Read,
            ["VALUES"] = QueryReader.Read,
            ["TABLE"] = QueryReader.Read,
            ["("] = QueryReader.Read,
            ["INSERT"] = QueryReader.Read,
            ["UPDATE"] = QueryReader.Read,
            ["DELETE"] = QueryReader.Read,
            ["MERGE"] = QueryReader.Read,
            ["GRANT"] = PrivilegeReader.ReadGrant,
            ["REVOKE"] = PrivilegeReader.ReadRevoke,
            ["SET"] = SettingReader.Read,
            ["RESET"] = SettingReader.ReadReset,
            ["BEGIN"] = TransactionReader.Read,
            ["START"] = TransactionReader.Read,
            ["COMMIT"] = TransactionReader.Read,
            ["END"] = TransactionReader.Read,
            ["ROLLBACK"] = TransactionReader.Read,
            ["ABORT"] = TransactionReader.Read,
            ["SAVEPOINT"] = TransactionReader.Read,
            ["RELEASE"] = TransactionReader.Read,
            ["PREPARE"] = TransactionReader.Read,
            ["VACUUM"] = MaintenanceReader.ReadVacuum,
            ["ANALYZE"] = MaintenanceReader.ReadAnalyze,
            ["ANALYSE"] = MaintenanceReader.ReadAnalyze,
            ["CLUSTER"] = MaintenanceReader.ReadCluster,
            ["REINDEX"] = MaintenanceReader.ReadReindex,
            ["LOCK"] = MaintenanceReader.ReadLock,
            ["REFRESH"] = MaintenanceReader.ReadRefresh,
            ["COPY"] = ReadCopy,
            ["DO"] = ReadDo,
            ["CALL"] = ReadCall,
            ["COMMENT"] = ReadComment,
            ["EXPLAIN"] = ReadExplain,
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reads the statement that is all of the reader's part.</summary>
    public static StatementSyntax Read(TokenReader reader)
    {
        return ByFirstWord.TryGetValue(reader.Text, out var read) && read(reader) is { } statement
            ? statement
            : Other(reader);
    }

    private static OtherStatement Other(TokenReader reader)
    {
        reader.MoveTo(reader.Span);
        return new OtherStatement(reader.Span, reader.Kind == TokenKind.Word ? reader.Text.ToString().ToUpperInvariant() : "");
    }

    private static CopyStatement ReadCopy(TokenReader reader)
    {
        reader.Take("COPY");
        reader.Take("BINARY");
        var table = reader.TakeName();
        reader.SkipTo("FROM", "TO");
        var isFrom = reader.Take("FROM");
        reader.Take("TO");
        return new CopyStatement(reader.Span, table) { IsFrom = isFrom, IsServerSide = reader.Is("PROGRAM") || reader.Kind == TokenKind.String };
    }

    private static DoStatement? ReadDo(TokenReader reader)
    {
        reader.Take("DO");
        var language = reader.Take("LANGUAGE") ? reader.TakeLanguage() : null;
        var body = reader.TakeLiteral();
        language ??= reader.Take("LANGUAGE") ? reader.TakeLanguage() : null;
        return body is null ? null : new DoStatement(reader.Span, body) { Language = language ?? "plpgsql" };
    }

    private static CallStatement? ReadCall(TokenReader reader)
    {
        reader.Take("CALL");
        return reader.TakeName() is { } name ? new CallStatement(reader.Span, name) : null;
    }

    private static CommentStatement ReadComment(TokenReader reader)
    {
        reader.Take("COMMENT", "ON");
        return reader.TakeObjectKind() is { } kind
            ? new CommentStatement(reader.Span, kind, reader.TakeName())
            : new CommentStatement(reader.Span, ObjectKind.Other, null);
    }

    private static ExplainStatement? ReadExplain(TokenReader reader)
    {
        reader.Take("EXPLAIN");
        var isAnalyze = reader.TakeOptions("ANALYZE", "ANALYSE") | reader.TakeAny("ANALYZE", "ANALYSE");
        reader.Take("VERBOSE");

        // EXPLAIN EXPLAIN is refused by the server, and would nest without an end.
        return reader.IsAtEnd || reader.Is("EXPLAIN") || reader.TakeRest() is not { } statement
            ? null
            : new ExplainStatement(reader.Span, Read(new TokenReader(reader.Script, statement.Span))) { IsAnalyze = isAnalyze };
    }
}
