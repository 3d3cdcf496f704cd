using System.Buffers;
using System.Globalization;
using System.Text;

namespace Drawbridge.Sql.PostgreSql.Syntax.Reading;

/// <summary>Undoes the escapes of <c>E'a\nb'</c>.</summary>
internal static class CEscapes
{
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    public static string Undo(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            if (text[at] == '\\' && at + 1 < text.Length)
            {
                at += TakeEscape(text.AsSpan(at + 1), result) + 1;
            }
            else
            {
                result.Append(text[at++]);
            }
        }

        return result.ToString();
    }

    /// <summary>How many characters were read behind the backslash.</summary>
    public static int TakeEscape(ReadOnlySpan<char> text, StringBuilder result) => text[0] switch
    {
        'b' => Append('\b', result),
        'f' => Append('\f', result),
        'n' => Append('\n', result),
        'r' => Append('\r', result),
        't' => Append('\t', result),
        'x' => AppendHex(text, 2, result),
        'u' => AppendHex(text, 4, result),
        'U' => AppendHex(text, 8, result),
        var other => Append(other, result),
    };

    private static int Append(char character, StringBuilder result)
    {
        result.Append(character);
        return 1;
    }

    private static int AppendHex(ReadOnlySpan<char> text, int most, StringBuilder result)
    {
        var rest = text[1..Math.Min(text.Length, most + 1)];
        var end = rest.IndexOfAnyExcept(HexDigits);
        var digits = end < 0 ? rest : rest[..end];
        if (!int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) || code is < 0 or > 0x10FFFF)
        {
            return Append(text[0], result);
        }

        _ = code > char.MaxValue ? result.Append(char.ConvertFromUtf32(code)) : result.Append((char)code);
        return digits.Length + 1;
    }
}
