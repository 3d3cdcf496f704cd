using System.Text;

namespace Drawbridge.Scripts;

/// <summary>
/// How Flyway identifies a script: CRC-32 of its lines one after the other, without what ends them, as a signed number.
/// So it does not notice every change; <see cref="Checksum"/> does.
/// </summary>
public static class FlywayChecksum
{
    /// <summary>The checksum of a script's text, mark already removed.</summary>
    public static int OfText(string text)
    {
        var lines = text.Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal);
        return unchecked((int)Crc32.Of(Encoding.UTF8.GetBytes(lines)));
    }
}
