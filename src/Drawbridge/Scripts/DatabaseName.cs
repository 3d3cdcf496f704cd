namespace Drawbridge.Scripts;

/// <summary>
/// The rule for database names: ASCII letters, digits, <c>_</c>, <c>-</c>, <c>$</c>; starts with a letter or
/// <c>_</c>; at most 63 bytes, which is where PostgreSQL cuts names silently. ASCII only, so that a look-alike letter
/// can't name another database.
/// </summary>
public static class DatabaseName
{
    /// <summary>The longest name, in bytes.</summary>
    public const int MaximumLength = 63;

    /// <summary>Whether the text can name a database.</summary>
    public static bool IsValid(string name) =>
        name.Length is > 0 and <= MaximumLength
        && (char.IsAsciiLetter(name[0]) || name[0] == '_')
        && name.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or '$');
}
