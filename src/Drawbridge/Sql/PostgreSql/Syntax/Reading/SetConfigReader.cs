namespace Drawbridge.Sql.PostgreSql.Syntax.Reading;

/// <summary>Finds the calls of <c>set_config(name, value, is_local)</c> whose name is a literal.</summary>
internal static class SetConfigReader
{
    private const string Function = "set_config";
    private static readonly KeywordSearch Mention = new(Function);

    public static IReadOnlyList<SettingChange> Read(string script, TextSpan span)
    {
        if (!Mention.IsIn(script.AsSpan(span.Offset, span.Length)))
        {
            return [];
        }

        var settings = new List<SettingChange>();
        for (var reader = new TokenReader(script, span); !reader.IsAtEnd;)
        {
            var start = reader.Start;
            if (reader.TakeIdentifier() is not { } name)
            {
                reader.Advance();
            }
            else if (name.Value == Function && reader.Take("(") && reader.TakeLiteral() is { } setting)
            {
                settings.Add(TakeArguments(reader, NameReader.Fold(setting.Value), start));
            }
        }

        return settings;
    }

    /// <summary>Whether a query is nothing but such calls, with literals only.</summary>
    public static bool IsAll(string script, TextSpan query)
    {
        var reader = new TokenReader(script, query);
        reader.Take("SELECT");
        do
        {
            if (!TakeWhole(reader))
            {
                return false;
            }
        }
        while (reader.Take(","));
        return reader.IsAtEnd;
    }

    private static bool TakeWhole(TokenReader reader) =>
        reader.TakeName() is { Name.Value: Function, Schema: null or { Value: "pg_catalog" } }
        && reader.Take("(") && reader.TakeLiteral() is not null
        && reader.Take(",") && reader.TakeLiteral() is not null
        && reader.Take(",") && (reader.TakeAny("true", "false") || reader.TakeLiteral() is not null)
        && reader.Take(")") && (!reader.Take("AS") || reader.TakeIdentifier() is not null);

    private static SettingChange TakeArguments(TokenReader reader, string name, int start)
    {
        reader.Take(",");
        var literal = reader.TakeLiteral();
        var value = literal?.Value ?? reader.TakeExpression()?.Text;
        reader.SkipTo(",", ")");
        var isLocal = reader.Take(",") && reader.TakeAny("true", "'true'", "'t'", "'on'");
        reader.SkipTo(")");
        reader.Take(")");
        return new SettingChange(name, value, reader.SpanFrom(start)) { IsLocal = isLocal };
    }
}
