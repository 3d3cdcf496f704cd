namespace Drawbridge.Sql.PostgreSql.Syntax.Reading;

/// <summary>
/// The names met lately, by each thread: scripts name the same few things again and again, and a name that is known
/// needs no room of its own.
/// </summary>
internal static class KnownNames
{
    private const int Most = 1024;

    [ThreadStatic]
    private static string[]? _known;

    /// <summary>The text as a string, the same as before where it is known.</summary>
    public static string Get(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return "";
        }

        ref var known = ref (_known ??= new string[Most])[Place(text)];
        return text.SequenceEqual(known) ? known : known = text.ToString();
    }

    /// <summary>Names that differ at an end, as numbered ones do, have different places.</summary>
    private static int Place(ReadOnlySpan<char> text) =>
        (((text.Length * 31 + text[0]) * 31 + text[^1]) * 31 + text[text.Length / 2]) * 31 + text[^((text.Length + 3) / 4)] & Most - 1;
}
