using System.Text;
using Drawbridge.Rules.Changes;
using Drawbridge.Scripts;

namespace Drawbridge.Rules.Proposals;

/// <summary>Finds the valid name that is nearest to an invalid one.</summary>
internal static class NameProposal
{
    private const string Extension = ".sql";
    private const string Placeholder = "describe_the_change";

    /// <summary>The nearest valid file name; null when there is nothing to go by.</summary>
    public static string? For(MigrationFile file, FreshVersions versions)
    {
        var stem = file.Place.FileName[..^Extension.Length];
        var direction = Direction(stem);
        var name = stem[..^direction.Length];
        var proposal = LooksLikeFlyway(name)
            ? Flyway(name)
            : Numbered(name, () => versions.For(file.Database)) + direction.ToLowerInvariant();
        return ScriptName.TryParse(proposal + Extension, out _) ? proposal + Extension : null;
    }

    private static string Direction(string stem) => Array.Find(
        [".up", ".down"], direction => stem.EndsWith(direction, StringComparison.OrdinalIgnoreCase)) is { } found ? stem[^found.Length..] : "";

    /// <summary>A prefix letter in front of a version, or the one that needs none.</summary>
    private static bool LooksLikeFlyway(string name) =>
        name.Length > 1 && (("VvUu".Contains(name[0], StringComparison.Ordinal) && char.IsAsciiDigit(name[1])) || (name[0] is 'R' or 'r' && name[1] is '_' or '-'));

    private static string Flyway(string name)
    {
        var version = Version(name[1..]);
        return $"{char.ToUpperInvariant(name[0])}{version}__{Description(name[(1 + version.Length)..])}";
    }

    private static string Numbered(string name, Func<string> freshVersion)
    {
        var version = Version(name);
        return $"{(version.Length == 0 ? freshVersion() : version)}_{Description(name[version.Length..])}";
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
}
