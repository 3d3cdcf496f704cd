namespace Drawbridge.Configuration;

/// <summary>Guesses what a misspelt word was meant to be.</summary>
internal static class Spelling
{
    /// <summary>Longer words are no misspelling of anything.</summary>
    private const int LongestWord = 100;

    /// <summary>
    /// The known word that takes the fewest changes to get to, if they are few; null when none is near.
    /// </summary>
    public static string? Nearest(string word, IEnumerable<string> known)
    {
        if (word.Length is 0 or > LongestWord)
        {
            return null;
        }

        var lower = word.ToLowerInvariant();
        var (nearest, distance) = known.Select(candidate => (candidate, Distance(lower, candidate.ToLowerInvariant())))
            .DefaultIfEmpty(("", int.MaxValue))
            .MinBy(pair => pair.Item2);
        return distance <= Math.Max(2, word.Length / 3) && distance < word.Length ? nearest : null;
    }

    /// <summary>A remedy that begins with the nearest word, if there is one.</summary>
    public static string Proposal(string word, IReadOnlyCollection<string> known) => Nearest(word, known) is { } nearest
        ? $"Did you mean '{nearest}'?"
        : $"Write one of: {string.Join(", ", known)}.";

    /// <summary>How many letters must be inserted, removed or replaced.</summary>
    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            (var diagonal, row[0]) = (row[0], i);
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
