using System.Text;

namespace Drawbridge.Chaos.Fuzzing;

/// <summary>Damages bytes that were JSON, in small ways and in the ways that parsers fear.</summary>
public static class Mutations
{
    private const int MostChanges = 4;

    private static readonly byte[][] Fears =
    [
        .. ((string[])[
            "null", "{}", "[]", "\"\"", "-1", "1e999", "99999999999999999999", "true", "\"\\ud800\"", "\"\\u0000\"", "\"../../\"", "..", "/",
            "\\", "\"", "{", "}", "[", "]", ",", ":", "\u0000", "\u202E", "\uFEFF", "е", "plans/", "results/", "releases/", "%2F", "%00", "+",
            "NaN", "\"schema\":\"drawbridge/release/2\",", "\"database\":\"postgres\",", "\"mode\":\"undo\",",
        ]).Select(Encoding.UTF8.GetBytes),
        [0xFF, 0xFE], [0xC0, 0x80], [0xED, 0xA0, 0x80],
        Encoding.ASCII.GetBytes(new string('[', 5000)),
        Encoding.ASCII.GetBytes("\"" + new string('a', 100_000) + "\""),
    ];

    /// <summary>A damaged copy: the same random numbers, the same damage.</summary>
    public static byte[] Of(ReadOnlySpan<byte> json, Random random)
    {
        var bytes = json.ToArray();
        for (var change = random.Next(1, MostChanges + 1); change > 0; change--)
        {
            bytes = Change(bytes, random);
        }

        return bytes;
    }

    private static byte[] Change(byte[] bytes, Random random)
    {
        var (at, length) = (random.Next(bytes.Length + 1), random.Next(1, 40));
        var end = Math.Min(bytes.Length, at + length);
        return random.Next(6) switch
        {
            0 => Flipped(bytes, at, random),
            1 => [.. bytes[..at], .. bytes[end..]],
            2 => [.. bytes[..end], .. bytes[at..end], .. bytes[end..]],
            3 => bytes[..at],
            4 => [.. bytes[..at], .. Fears[random.Next(Fears.Length)], .. bytes[end..]],
            _ => ValueReplaced(bytes, at, random),
        };
    }

    private static byte[] Flipped(byte[] bytes, int at, Random random)
    {
        if (at < bytes.Length)
        {
            bytes[at] ^= (byte)(1 << random.Next(8));
        }

        return bytes;
    }

    /// <summary>What stands between the next colon and the comma behind it becomes something else, so that it stays JSON more often.</summary>
    private static byte[] ValueReplaced(byte[] bytes, int at, Random random)
    {
        var colon = Array.IndexOf(bytes, (byte)':', Math.Min(at, Math.Max(0, bytes.Length - 1)));
        var comma = colon < 0 ? -1 : Array.IndexOf(bytes, (byte)',', colon);
        return comma < 0 ? bytes : [.. bytes[..(colon + 1)], .. Fears[random.Next(Fears.Length)], .. bytes[comma..]];
    }
}
