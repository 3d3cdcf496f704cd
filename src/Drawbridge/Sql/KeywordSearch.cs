using System.Buffers;

namespace Drawbridge.Sql;

/// <summary>
/// Looks for one word, in any case and wherever it stands, many characters at once: <c>IndexOf</c> goes through them one
/// by one where the culture is invariant.
/// </summary>
/// <param name="word">The word.</param>
internal sealed class KeywordSearch(string word)
{
    private readonly SearchValues<string> _word = SearchValues.Create([word], StringComparison.OrdinalIgnoreCase);

    /// <summary>Where it first stands at or behind an offset; null when it doesn't.</summary>
    public TextSpan? Find(string text, int from) =>
        text.AsSpan(from).IndexOfAny(_word) is var at and >= 0 ? new TextSpan(from + at, word.Length) : null;

    /// <summary>Whether it stands anywhere.</summary>
    public bool IsIn(ReadOnlySpan<char> text) => text.ContainsAny(_word);
}
