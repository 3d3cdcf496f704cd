namespace Drawbridge.Configuration;

/// <summary>
/// A glob over paths from the migrations folder: <c>*</c> and <c>?</c> stay within a folder's name, <c>**</c> stands
/// for any number of folders. Matching never takes longer than the product of both lengths.
/// </summary>
public sealed record PathPattern
{
    /// <summary>The longest pattern, in characters.</summary>
    public const int MaximumLength = 300;

    private const string AnyFolders = "**";

    private readonly string[] _parts;

    private PathPattern(string text)
    {
        Text = text;
        _parts = text.Split('/');
    }

    /// <summary>As it is written.</summary>
    public string Text { get; }

    /// <summary>Reads a pattern; null when it can't match any path.</summary>
    public static PathPattern? TryParse(string text)
    {
        var pattern = new PathPattern(text);
        var isUsable = text.Length <= MaximumLength
            && !text.Contains('\\', StringComparison.Ordinal)
            && Array.TrueForAll(pattern._parts, IsUsable);
        return isUsable ? pattern : null;
    }

    /// <summary>Whether the whole path has this form.</summary>
    public bool Matches(string path) => Matches(path.Split('/'), _parts, part => part == AnyFolders, IsMatch);

    private static bool IsMatch(string name, string part) =>
        Matches(name.ToCharArray(), part.ToCharArray(), sign => sign == '*', IsSame);

    private static bool IsSame(char letter, char sign) => sign == '?' || letter == sign;

    private static bool IsUsable(string part) => part == AnyFolders
        || (part is not ("" or "." or "..") && !part.Contains(AnyFolders, StringComparison.Ordinal));

    /// <summary>
    /// Goes back to the last wildcard only: what an earlier one could still take, the last one can take as well.
    /// </summary>
    private static bool Matches<T>(T[] things, T[] pattern, Predicate<T> isWildcard, Func<T, T, bool> isSame)
    {
        var (thing, part, wildcard, taken) = (0, 0, -1, 0);
        while (thing < things.Length)
        {
            if (part < pattern.Length && isWildcard(pattern[part]))
            {
                (wildcard, taken, part) = (part, thing, part + 1);
            }
            else if (part < pattern.Length && isSame(things[thing], pattern[part]))
            {
                (thing, part) = (thing + 1, part + 1);
            }
            else if (wildcard >= 0)
            {
                (taken, part) = (taken + 1, wildcard + 1);
                thing = taken;
            }
            else
            {
                return false;
            }
        }

        return pattern.Skip(part).All(rest => isWildcard(rest));
    }
}
