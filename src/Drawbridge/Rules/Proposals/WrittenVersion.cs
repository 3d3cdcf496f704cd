using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Drawbridge.Rules.Proposals;

/// <summary>The version as a file's valid name spells it, with its leading zeros.</summary>
internal static partial class WrittenVersion
{
    /// <summary>The one in a name.</summary>
    public static string In(string name) => Form().Match(name).Groups["version"].Value;

    /// <summary>The name with another one in its place. Only Flyway's form may separate its groups by '_'.</summary>
    public static string Replace(string name, string version)
    {
        var written = Form().Match(name).Groups["version"];
        return name[..written.Index]
            + (written.Index == 0 ? version.Replace('_', '.') : version)
            + name[(written.Index + written.Length)..];
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

    /// <summary>As <see cref="Scripts.ScriptName"/> reads it: <c>2026_11_22_a.sql</c> has the version 2026.</summary>
    [GeneratedRegex(
        "^(?:[VU](?<version>[0-9]+(?:[._][0-9]+)*)|(?<version>[0-9]+(?:\\.[0-9]+)*))", RegexOptions.NonBacktracking)]
    private static partial Regex Form();
}
