using System.Text;
using Drawbridge.Sql.PostgreSql.Syntax.Reading;

namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary>A string between quotes or dollar quotes.</summary>
/// <param name="Value">What it says, escapes undone.</param>
/// <param name="Span">Where it stands, quotes included.</param>
public sealed record StringLiteral(string Value, TextSpan Span)
{
    /// <summary>What stands between the quotes, as written.</summary>
    public TextSpan Content { get; init; }

    /// <summary>Where a character of the value stands in the script: an escape is longer than what it means.</summary>
    /// <param name="index">UTF-16 code units from the value's start; behind its last one the content ends.</param>
    /// <param name="script">The script's text.</param>
    public int OffsetOf(int index, string script) => index >= Value.Length ? Content.End
        : Value.Length == Content.Length ? Content.Offset + index
        : PassEscapes(index, script);

    private int PassEscapes(int index, string script)
    {
        var (isEscape, isUnicode) = (script[Span.Offset] is 'e' or 'E', script[Span.Offset] is 'u' or 'U');
        var value = new StringBuilder();
        var at = Content.Offset;
        while (value.Length < index && at < Content.End)
        {
            var rest = script.AsSpan(at, Content.End - at);
            at += rest switch
            {
                ['\\', _, ..] when isEscape => 1 + CEscapes.TakeEscape(rest[1..], value),
                ['\\', ..] when isUnicode => UnicodeEscapes.TakeEscape(rest, value),
                ['\'', ..] => Pass("''", value),
                _ => Pass(rest[..1], value),
            };
        }

        return at;
    }

    private static int Pass(ReadOnlySpan<char> written, StringBuilder value)
    {
        value.Append(written[0]);
        return written.Length;
    }
}
