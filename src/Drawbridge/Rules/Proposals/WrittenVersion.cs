using System.Globalization;
using System.Numerics;

namespace Drawbridge.Rules.Proposals;

/// <summary>The version as a file's valid name spells it, with its leading zeros.</summary>
internal static class WrittenVersion
{
    /// <summary>The one in a name.</summary>
    public static string In(string name)
    {
        var version = name.Skip(Start(name))
            .TakeWhile(character => char.IsAsciiDigit(character) || character is '.' or '_');
        return string.Concat(version).TrimEnd('.', '_');
    }

    /// <summary>The name with another one in its place.</summary>
    public static string Replace(string name, string version)
    {
        var start = Start(name);
        return name[..start] + version + name[(start + In(name).Length)..];
    }

    /// <summary>A higher one in the same style: for a point in time the present, if that is higher.</summary>
    public static string After(string version, DateTimeOffset now)
    {
        if (TimestampVersion.TryRead(version, out var time, out var format))
        {
            return TimestampVersion.After(time, format, now);
        }

        var last = version.LastIndexOfAny(['.', '_']) + 1;
        var width = version.Length - last;
        var number = BigInteger.Parse(version.AsSpan(last), NumberStyles.None, CultureInfo.InvariantCulture) + 1;
        return version[..last] + number.ToString(CultureInfo.InvariantCulture).PadLeft(width, '0');
    }

    private static int Start(string name) => char.IsAsciiDigit(name[0]) ? 0 : 1;
}
