using System.Text;
using System.Text.RegularExpressions;
using Drawbridge.Rules.Changes;
using Drawbridge.Scripts;

namespace Drawbridge.Rules.Proposals;

/// <summary>Finds the valid name that is nearest to an invalid one.</summary>
internal sealed partial class NameProposal(ChangeSet changes)
{
    private const string Extension = ".sql";
    private const string Placeholder = "describe_the_change";

    private static readonly string[] Directions = [".up", ".down"];

    private readonly FreshVersions _versions = new(changes);

    /// <summary>The nearest valid file name; null when there is nothing to go by.</summary>
    public string? For(MigrationFile file)
    {
        var stem = file.Place.FileName[..^Extension.Length];
        var direction = Direction(stem);
        var name = stem[..^direction.Length];
        var proposal = LooksLikeFlyway(name) ? Flyway(name) : Usual(file, name, direction.ToLowerInvariant());
        return ScriptName.TryParse(proposal + Extension, out _) ? proposal + Extension : null;
    }

    /// <summary>In the form of the database's other scripts, unless the name itself says which it has.</summary>
    private string Usual(MigrationFile file, string name, string direction)
    {
        // The year alone would be a version, below every timestamp and the same for all scripts of that year.
        var date = Date().Match(name).Value;
        var written = date.Length > 0 ? "" : Version(name);
        var version = written.Length == 0 ? _versions.For(file.Database) : written;
        var description = Description(name[(date.Length + written.Length)..]);
        return (direction, NamingHabit.Of(changes.Head, file.Database)) switch
        {
            ("", NamingForm.Flyway) => $"V{version}__{description}",
            ("", NamingForm.GolangMigrate) => $"{version.Replace('_', '.')}_{description}.up",
            _ => $"{version.Replace('_', '.')}_{description}{direction}",
        };
    }

    private static string Direction(string stem)
    {
        var found = Array.Find(Directions, direction => stem.EndsWith(direction, StringComparison.OrdinalIgnoreCase));
        return found is null ? "" : stem[^found.Length..];
    }

    /// <summary>A prefix letter in front of a version, or the one that needs none.</summary>
    private static bool LooksLikeFlyway(string name) =>
        name is ['V' or 'v' or 'U' or 'u', >= '0' and <= '9', ..] or ['R' or 'r', '_' or '-', ..];

    private static string Flyway(string name)
    {
        var version = Version(name[1..]);
        return $"{char.ToUpperInvariant(name[0])}{version}__{Description(name[(1 + version.Length)..])}";
    }

    /// <summary>Groups of digits separated by dots.</summary>
    private static string Version(string text) =>
        string.Concat(text.TakeWhile(character => char.IsAsciiDigit(character) || character == '.')).TrimEnd('.');

    private static string Description(string text)
    {
        var words = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            var stays = character == '-' || char.IsLetterOrDigit(character);
            if (stays || (words.Length > 0 && words[^1] != '_'))
            {
                words.Append(stays ? character : '_');
            }
        }

        var description = words.ToString().Trim('_', '-');
        return description.Length == 0 ? Placeholder : description;
    }

    /// <summary>A day with its parts set apart, and perhaps a time of day.</summary>
    [GeneratedRegex(
        "^(?:19|20)[0-9]{2}[-_. ][0-9]{2}[-_. ][0-9]{2}(?:[-_. T]+[0-9]{2}[-_.:h]?[0-9]{2}(?:[-_.:]?[0-9]{2})?)?",
        RegexOptions.NonBacktracking)]
    private static partial Regex Date();
}
