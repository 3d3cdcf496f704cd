namespace Drawbridge.Sql.PostgreSql.Syntax.Reading;

/// <summary>Reads CREATE FUNCTION and CREATE PROCEDURE behind that word.</summary>
internal static class CreateFunctionReader
{
    public static CreateFunctionStatement? Read(TokenReader reader, CreatePrefix prefix)
    {
        if (reader.TakeName() is not { } name)
        {
            return null;
        }

        var start = reader.Start;
        reader.TakeGroup();
        var parameters = reader.SpanFrom(start);
        var returns = reader.Take("RETURNS") && !reader.Take("TABLE") ? reader.TakeType() : null;
        var parts = default(RoutineParts);
        var settings = new List<SettingChange>();
        while (!reader.IsAtEnd)
        {
            TakeOption(reader, ref parts, settings);
        }

        return new CreateFunctionStatement(reader.Span, name)
        {
            IsReplacing = prefix.IsReplacing,
            Parameters = parameters,
            Returns = returns,
            SecurityDefiner = parts.SecurityDefiner,
            Language = parts.Language,
            Body = parts.Body,
            Code = parts.Code,
            Settings = settings,
        };
    }

    /// <summary>What ALTER FUNCTION changes.</summary>
    public static (TextSpan? SecurityDefiner, IReadOnlyList<SettingChange> Settings) TakeOptions(TokenReader reader)
    {
        TextSpan? definer = null;
        var settings = new List<SettingChange>();
        while (!reader.IsAtEnd)
        {
            if (reader.TakeSpan("SECURITY", "DEFINER") is { } span)
            {
                definer = span;
            }
            else if (reader.Take("SET"))
            {
                settings.AddRange(SettingReader.TakeSetting(reader) is { } setting ? [setting] : []);
            }
            else
            {
                reader.Skip();
            }
        }

        return (definer, settings);
    }

    private static void TakeOption(TokenReader reader, ref RoutineParts parts, List<SettingChange> settings)
    {
        if (reader.TakeSpan("SECURITY", "DEFINER") is { } definer)
        {
            parts.SecurityDefiner = definer;
        }
        else if (reader.Take("LANGUAGE"))
        {
            parts.Language = reader.TakeLanguage();
        }
        else if (reader.Take("SET"))
        {
            settings.AddRange(SettingReader.TakeSetting(reader) is { } setting ? [setting] : []);
        }
        else if (reader.Take("AS"))
        {
            parts.Code = reader.TakeLiteral();
            parts.Body = parts.Code?.Content;
        }
        else if (reader.Sees("BEGIN", "ATOMIC") || reader.Is("RETURN"))
        {
            parts.Body = reader.TakeRest()?.Span;
        }
        else
        {
            reader.Skip();
        }
    }

    /// <summary>A language stands with quotes or without.</summary>
    public static string? TakeLanguage(this TokenReader reader) =>
        reader.TakeLiteral() is { } literal ? NameReader.Fold(literal.Value) : reader.TakeIdentifier()?.Value;

    /// <summary>What is known so far: records are made once, when all is, for there may be very many of them.</summary>
    private record struct RoutineParts
    {
        public TextSpan? SecurityDefiner { get; set; }

        public string? Language { get; set; }

        public TextSpan? Body { get; set; }

        public StringLiteral? Code { get; set; }
    }
}
