using System.Text;

namespace Drawbridge.Rules.PostgreSql.Objects;

/// <summary>
/// How long names can be: the server counts bytes of UTF-8, and cuts whole characters without failing.
/// </summary>
internal static class NameLength
{
    /// <summary>NAMEDATALEN - 1.</summary>
    public const int Longest = 63;

    public static int Of(string name) => Encoding.UTF8.GetByteCount(name);

    /// <summary>As many characters of its beginning as fit.</summary>
    public static string Cut(string name, int size = Longest)
    {
        var (length, bytes) = (0, 0);
        foreach (var rune in name.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > size)
            {
                break;
            }

            length += rune.Utf16SequenceLength;
        }

        return name[..length];
    }
}
