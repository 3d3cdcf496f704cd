namespace Drawbridge.Sql.PostgreSql.Syntax.Reading;

/// <summary>Reads what changes settings.</summary>
internal static class SettingReader
{
    public static StatementSyntax? Read(TokenReader reader)
    {
        reader.Take("SET");
        if (reader.Is("TRANSACTION") || reader.Sees("SESSION", "CHARACTERISTICS"))
        {
            return new TransactionControlStatement(reader.Span, TransactionVerb.SetMode);
        }

        return reader.Is("CONSTRAINTS") ? new SetConstraintsStatement(reader.Span)
            : TakeSetting(reader) is { } setting ? new SetSettingStatement(reader.Span, setting)
            : null;
    }

    public static StatementSyntax? ReadReset(TokenReader reader)
    {
        reader.Take("RESET");
        return TakeName(reader) is { } name ? new ResetSettingStatement(reader.Span, name) : null;
    }

    /// <summary>ALTER SYSTEM SET | RESET, behind ALTER.</summary>
    public static StatementSyntax ReadSystem(TokenReader reader)
    {
        reader.Take("SYSTEM");
        var isReset = reader.Take("RESET");
        reader.Take("SET");
        return new AlterSystemStatement(reader.Span, TakeName(reader) is { } name && !(isReset && name == "all") ? name : null);
    }

    /// <summary>What follows SET, up to the next word that isn't part of the value.</summary>
    public static SettingChange? TakeSetting(TokenReader reader)
    {
        var start = reader.Start;
        var isLocal = reader.Take("LOCAL");
        if (!reader.Sees("SESSION", "AUTHORIZATION"))
        {
            reader.Take("SESSION");
        }

        if (TakeName(reader) is not { } name)
        {
            return null;
        }

        reader.TakeAny("TO", "=");
        var value = reader.Take("FROM", "CURRENT") ? null : TakeValue(reader);
        return new SettingChange(name, value, reader.SpanFrom(start)) { IsLocal = isLocal };
    }

    private static string? TakeName(TokenReader reader) =>
        reader.Take("SESSION", "AUTHORIZATION") ? "session_authorization"
        : reader.Take("TIME", "ZONE") ? "timezone"
        : reader.Take("XML", "OPTION") ? "xmloption"
        : reader.Take("TRANSACTION", "ISOLATION", "LEVEL") ? "transaction_isolation"
        : reader.Take("NAMES") ? "client_encoding"
        : reader.Take("SCHEMA") ? "search_path"
        : reader.TakeName()?.ToString().ToLowerInvariant();

    private static string? TakeValue(TokenReader reader)
    {
        var start = reader.Start;
        var isDefault = reader.Is("DEFAULT");
        var single = reader.TakeLiteral();
        if (single is null && !reader.IsAtEnd)
        {
            TakeOne(reader);
        }

        while (reader.Take(","))
        {
            single = null;
            TakeOne(reader);
        }

        var span = reader.SpanFrom(start);
        return isDefault || span.Length == 0 ? null : single?.Value ?? reader.Script.Substring(span.Offset, span.Length);
    }

    private static void TakeOne(TokenReader reader)
    {
        if (reader.TakeAny("+", "-", "INTERVAL"))
        {
            TakeOne(reader);
            return;
        }

        reader.Skip();
    }
}
