using System.Globalization;
using System.Text;

namespace Drawbridge.Sql.PostgreSql.Syntax.Reading;

/// <summary>Undoes the escapes of <c>U&amp;"d\0061t\+000061"</c>; what is no valid escape stays as it is.</summary>
internal static class UnicodeEscapes
{
    public static string Undo(string text, char escape)
    {
        var result = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            at += text[at] == escape ? TakeEscape(text.AsSpan(at), result) : TakeCharacter(text[at], result);
        }

        return result.ToString();
    }

    /// <summary>How many characters were read.</summary>
    public static int TakeEscape(ReadOnlySpan<char> text, StringBuilder result)
    {
        var (prefix, digits) = text is [_, '+', ..] ? (2, 6) : (1, 4);
        if (text.Length > 1 && text[1] == text[0])
        {
            result.Append(text[0]);
            return 2;
        }

        if (text.Length < prefix + digits
            || !int.TryParse(text.Slice(prefix, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            || code > 0x10FFFF)
        {
            return TakeCharacter(text[0], result);
        }

        // Half of a surrogate pair comes alone; the other half follows.
        _ = code > char.MaxValue ? result.Append(char.ConvertFromUtf32(code)) : result.Append((char)code);
        return prefix + digits;
    }

    private static int TakeCharacter(char character, StringBuilder result)
    {
        result.Append(character);
        return 1;
    }
}
