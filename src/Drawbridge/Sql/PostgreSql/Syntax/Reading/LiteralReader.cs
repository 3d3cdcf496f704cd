namespace Drawbridge.Sql.PostgreSql.Syntax.Reading;

/// <summary>Reads strings.</summary>
internal static class LiteralReader
{
    public static StringLiteral? TakeLiteral(this TokenReader reader)
    {
        if (reader.Kind is not (TokenKind.String or TokenKind.DollarString))
        {
            return null;
        }

        var span = reader.TokenSpan;
        var text = reader.Text;
        var quote = reader.Kind == TokenKind.DollarString ? text[..(text[1..].IndexOf('$') + 2)] : "'";
        var prefix = text.IndexOf(quote[0]);
        var content = text[(prefix + quote.Length)..];
        content = content.EndsWith(quote) ? content[..^quote.Length] : content;
        var value = content.ToString();
        var isEscape = text[0] is 'e' or 'E';
        var isUnicode = text[0] is 'u' or 'U';
        var isPlain = reader.Kind == TokenKind.DollarString;
        var contentSpan = new TextSpan(span.Offset + prefix + quote.Length, content.Length);
        reader.Advance();
        value = isPlain ? value : value.Replace("''", "'", StringComparison.Ordinal);
        value = isEscape ? CEscapes.Undo(value) : isUnicode ? UnicodeEscapes.Undo(value, reader.TakeEscapeCharacter()) : value;
        return new StringLiteral(value, span) { Content = contentSpan };
    }
}
