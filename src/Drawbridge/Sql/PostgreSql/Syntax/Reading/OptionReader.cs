namespace Drawbridge.Sql.PostgreSql.Syntax.Reading;

/// <summary>Reads options in parentheses: <c>(VERBOSE, FULL true)</c>.</summary>
internal static class OptionReader
{
    /// <summary>Passes the options, if they follow; whether one of these is among them and not switched off.</summary>
    public static bool TakeOptions(this TokenReader reader, params ReadOnlySpan<string> wanted)
    {
        var isOn = false;
        if (!reader.Take("("))
        {
            return isOn;
        }

        while (!reader.IsAtEnd && !reader.Is(")"))
        {
            var isWanted = reader.TakeAny(wanted);
            isOn |= isWanted && !reader.IsAny("false", "off", "0", "'false'", "'off'");
            reader.SkipTo(",", ")");
            reader.Take(",");
        }

        reader.Take(")");
        return isOn;
    }
}
