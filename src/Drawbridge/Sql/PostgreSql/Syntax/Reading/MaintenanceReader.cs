namespace Drawbridge.Sql.PostgreSql.Syntax.Reading;

/// <summary>Reads what works on whole tables: TRUNCATE, VACUUM, LOCK and the like.</summary>
internal static class MaintenanceReader
{
    public static StatementSyntax ReadTruncate(TokenReader reader)
    {
        reader.Take("TRUNCATE");
        reader.Take("TABLE");
        return new TruncateStatement(reader.Span, reader.TakeNames("RESTART", "CONTINUE", "CASCADE", "RESTRICT"))
        {
            Cascade = reader.SkipTo("CASCADE") ? reader.TakeSpan("CASCADE") : null,
        };
    }

    public static StatementSyntax ReadVacuum(TokenReader reader)
    {
        reader.Take("VACUUM");
        var isFull = reader.TakeOptions("FULL") | reader.Take("FULL");
        while (reader.TakeAny("FREEZE", "VERBOSE", "ANALYZE", "ANALYSE"))
        {
            // They change nothing that anyone waits for.
        }

        return new VacuumStatement(reader.Span, reader.TakeNames()) { IsFull = isFull };
    }

    public static StatementSyntax ReadAnalyze(TokenReader reader)
    {
        reader.Advance();
        reader.TakeOptions();
        reader.Take("VERBOSE");
        return new AnalyzeStatement(reader.Span, reader.TakeNames());
    }

    public static StatementSyntax ReadCluster(TokenReader reader)
    {
        reader.Take("CLUSTER");
        reader.TakeOptions();
        reader.Take("VERBOSE");
        var table = reader.TakeName();
        return new ClusterStatement(reader.Span, reader.Take("ON") ? reader.TakeName() : table);
    }

    public static StatementSyntax ReadReindex(TokenReader reader)
    {
        reader.Take("REINDEX");
        var isConcurrent = reader.TakeOptions("CONCURRENTLY");
        var kind = reader.TakeObjectKind() ?? ObjectKind.Other;
        reader.Take("SYSTEM");
        isConcurrent |= reader.Take("CONCURRENTLY");
        return new ReindexStatement(reader.Span, kind, reader.TakeName()) { IsConcurrent = isConcurrent };
    }

    public static StatementSyntax ReadLock(TokenReader reader)
    {
        reader.Take("LOCK");
        reader.Take("TABLE");
        var tables = reader.TakeNames("IN", "NOWAIT");
        var mode = reader.Take("IN") ? reader.TakeExpression("MODE") : null;
        return new LockTableStatement(reader.Span, tables) { Mode = mode is null ? "access exclusive" : Words(mode) };
    }

    public static StatementSyntax? ReadRefresh(TokenReader reader)
    {
        if (!reader.Take("REFRESH", "MATERIALIZED", "VIEW"))
        {
            return null;
        }

        var isConcurrent = reader.Take("CONCURRENTLY");
        return reader.TakeName() is { } name
            ? new RefreshMaterializedViewStatement(reader.Span, name)
            {
                IsConcurrent = isConcurrent,
                IsWithoutData = reader.Take("WITH", "NO", "DATA"),
            }
            : null;
    }

    private static string Words(SqlExpression mode) =>
        string.Join(' ', NameReader.Fold(mode.Text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
