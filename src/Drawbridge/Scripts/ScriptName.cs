using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Drawbridge.Scripts;

/// <summary>A script's file name, read.</summary>
/// <param name="Form">Which of the three forms it has.</param>
/// <param name="Kind">What the script is for.</param>
/// <param name="Version">Null for a repeatable, never for the others.</param>
/// <param name="Description">The name's words, underscores turned into spaces.</param>
public sealed partial record ScriptName(NamingForm Form, ScriptKind Kind, ScriptVersion? Version, string Description)
{
    /// <summary>
    /// Milliseconds that no name needs: each part of the forms ends where the next can begin, so none is tried twice.
    /// The generated code saves every start of the program the building of an automaton.
    /// </summary>
    private const int Patience = 1000;

    /// <summary>Reads a file name without its folders; false when it has none of the three forms.</summary>
    public static bool TryParse(string fileName, [NotNullWhen(true)] out ScriptName? name)
    {
        name = fileName.Any(IsForbidden) ? null : Flyway(fileName) ?? Numbered(fileName);
        return name is not null;
    }

    private static ScriptName? Flyway(string fileName)
    {
        var match = FlywayForm().Match(fileName);
        if (!match.Success)
        {
            return null;
        }

        var kind = match.Groups["prefix"].Value switch
        {
            "V" => ScriptKind.Migration,
            "U" => ScriptKind.Undo,
            _ => ScriptKind.Repeatable,
        };
        return Named(NamingForm.Flyway, kind, match);
    }

    private static ScriptName? Numbered(string fileName)
    {
        var match = NumberedForm().Match(fileName);
        if (!match.Success)
        {
            return null;
        }

        return match.Groups["direction"].Value switch
        {
            ".up" => Named(NamingForm.GolangMigrate, ScriptKind.Migration, match),
            ".down" => Named(NamingForm.GolangMigrate, ScriptKind.Undo, match),
            _ => Named(NamingForm.Plain, ScriptKind.Migration, match),
        };
    }

    private static ScriptName Named(NamingForm form, ScriptKind kind, Match match)
    {
        var version = match.Groups["version"];
        return new ScriptName(
            form,
            kind,
            version.Success ? ScriptVersion.Parse(version.Value.Replace('_', '.')) : null,
            match.Groups["description"].Value.Replace('_', ' ').Trim());
    }

    /// <summary>Not possible in a file name on some system, or invisible in a report.</summary>
    private static bool IsForbidden(char character) =>
        "/\\<>:\"|?*\uFFFD".Contains(character, StringComparison.Ordinal)
        || char.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;

    [GeneratedRegex(
        @"^(?:(?<prefix>[VU])(?<version>[0-9]+(?:[._][0-9]+)*)__|(?<prefix>R)__)(?<description>[_\s]*[^._\s][^.]*)\.sql\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        Patience)]
    private static partial Regex FlywayForm();

    [GeneratedRegex(
        @"^(?<version>[0-9]+(?:\.[0-9]+)*)_(?<description>[_\s]*[^._\s][^.]*)(?<direction>\.up|\.down)?\.sql\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        Patience)]
    private static partial Regex NumberedForm();
}
