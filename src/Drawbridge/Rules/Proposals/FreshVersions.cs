using System.Globalization;
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
            : WrittenVersion.After(highest, changes.Now);
    }

    /// <summary>The file's name with the next version in place of its own.</summary>
    public string Rename(MigrationFile file) => WrittenVersion.Replace(file.Place.FileName, For(file.Database));

    /// <summary>The file's name with the version of another name in place of its own.</summary>
    public static string GiveVersionOf(string other, MigrationFile file) =>
        WrittenVersion.Replace(file.Place.FileName, WrittenVersion.In(other));

    private string? HighestWritten(string database) => changes.Base.Concat(changes.Head)
        .Where(file => file.IsMigration && file.Database == database)
        .MaxBy(file => file.Name!.Version) is { } highest
            ? WrittenVersion.In(highest.Place.FileName)
            : null;
}
