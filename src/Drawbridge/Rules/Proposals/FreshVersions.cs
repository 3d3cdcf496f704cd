using System.Globalization;
using System.Numerics;
using Drawbridge.Rules.Changes;

namespace Drawbridge.Rules.Proposals;

/// <summary>
/// Hands out versions that no script has yet, each higher than the last, in the style of the database's others.
/// </summary>
internal sealed class FreshVersions(ChangeSet changes)
{
    private readonly Dictionary<string, string> _highest = new(StringComparer.Ordinal);

    /// <summary>The next one.</summary>
    public string For(string database)
    {
        var highest = _highest.GetValueOrDefault(database) ?? HighestWritten(database);
        return _highest[database] = highest is null
            ? changes.Now.UtcDateTime.ToString(TimestampVersion.Minutes, CultureInfo.InvariantCulture)
            : Next(highest);
    }

    /// <summary>The file's name with the next version in place of its own.</summary>
    public string Rename(MigrationFile file)
    {
        var name = file.Place.FileName;
        var start = VersionStart(name);
        return name[..start] + For(file.Database) + name[(start + Written(name).Length)..];
    }

    private string Next(string highest)
    {
        if (TimestampVersion.TryRead(highest, out var time, out var format))
        {
            return TimestampVersion.After(time, format, changes.Now);
        }

        var last = highest.LastIndexOfAny(['.', '_']) + 1;
        var width = highest.Length - last;
        var number = BigInteger.Parse(highest.AsSpan(last), NumberStyles.None, CultureInfo.InvariantCulture) + 1;
        return highest[..last] + number.ToString(CultureInfo.InvariantCulture).PadLeft(width, '0');
    }

    private string? HighestWritten(string database) => changes.Base.Concat(changes.Head)
        .Where(file => file.IsMigration && file.Database == database)
        .MaxBy(file => file.Name!.Version) is { } highest
            ? Written(highest.Place.FileName)
            : null;

    /// <summary>The version as the name spells it, with its leading zeros.</summary>
    private static string Written(string name)
    {
        var version = name.Skip(VersionStart(name))
            .TakeWhile(character => char.IsAsciiDigit(character) || character is '.' or '_');
        return string.Concat(version).TrimEnd('.', '_');
    }

    private static int VersionStart(string name) => char.IsAsciiDigit(name[0]) ? 0 : 1;
}
