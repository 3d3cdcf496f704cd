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
        var routine = new CreateFunctionStatement(reader.Span, name)
        {
            IsReplacing = prefix.IsReplacing,
            Parameters = reader.SpanFrom(start),
            Returns = reader.Take("RETURNS") && !reader.Take("TABLE") ? reader.TakeType() : null,
        };
        var settings = new List<SettingChange>();
        while (!reader.IsAtEnd)
        {
            routine = TakeOption(reader, routine, settings);
        }

        return routine with { Settings = settings };
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

    private static CreateFunctionStatement TakeOption(TokenReader reader, CreateFunctionStatement routine, List<SettingChange> settings)
    {
        if (reader.TakeSpan("SECURITY", "DEFINER") is { } definer)
        {
            return routine with { SecurityDefiner = definer };
        }

        if (reader.Take("LANGUAGE"))
        {
            return routine with { Language = reader.TakeLanguage() };
        }

        if (reader.Take("SET"))
        {
            settings.AddRange(SettingReader.TakeSetting(reader) is { } setting ? [setting] : []);
            return routine;
        }

        if (reader.Take("AS"))
        {
            var code = reader.TakeLiteral();
            return routine with { Body = code?.Content, Code = code };
        }

        if (reader.Sees("BEGIN", "ATOMIC") || reader.Is("RETURN"))
        {
            return routine with { Body = reader.TakeRest()?.Span };
        }

        reader.Skip();
        return routine;
    }

    /// <summary>A language stands with quotes or without.</summary>
    public static string? TakeLanguage(this TokenReader reader) =>
        reader.TakeLiteral() is { } literal ? NameReader.Fold(literal.Value) : reader.TakeIdentifier()?.Value;
}
