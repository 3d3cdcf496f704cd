namespace Drawbridge.Sql;

/// <summary>Characters as people and servers count them, in a text that counts UTF-16 code units.</summary>
public static class CodePoints
{
    /// <summary>How many characters a text has.</summary>
    public static int Count(ReadOnlySpan<char> text)
    {
        var count = text.Length;
        for (var at = 0; at < text.Length; at++)
        {
            var next = text[at..].IndexOfAnyInRange('\uDC00', '\uDFFF');
            if (next < 0)
            {
                break;
            }

            at += next;
            count -= at > 0 && char.IsHighSurrogate(text[at - 1]) ? 1 : 0;
        }

        return count;
    }

    /// <summary>The offset behind a number of characters, or the text's end.</summary>
    public static int Skip(ReadOnlySpan<char> text, int count)
    {
        var at = 0;
        for (; count > 0 && at < text.Length; count--)
        {
            at += at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]) ? 2 : 1;
        }

        return at;
    }
}
