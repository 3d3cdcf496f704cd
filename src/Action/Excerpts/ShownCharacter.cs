using System.Text;
using Drawbridge.GitHubAction.GitHub;
using Spectre.Console;

namespace Drawbridge.GitHubAction.Excerpts;

/// <summary>A character of a file as a report shows it.</summary>
/// <param name="Text">The character; what is invisible or turns the reading direction is an escape.</param>
/// <param name="Cells">The room that it takes in a terminal: 2 for a wide one, 0 for a combining mark.</param>
internal readonly record struct ShownCharacter(string Text, int Cells)
{
    private const string Tab = "\t";
    private const int TabCells = 8;

    private static readonly ShownCharacter[] Plain =
        [.. Enumerable.Range(' ', '~' - ' ' + 1).Select(character => new ShownCharacter($"{(char)character}", Cells: 1))];

    /// <summary>What takes exactly the room below it.</summary>
    public string Blank => Below(' ');

    /// <summary>What underlines it.</summary>
    public string Underline => Below('^');

    /// <summary>From the file's own.</summary>
    public static ShownCharacter Of(Rune rune)
    {
        if (rune.Value is >= ' ' and <= '~')
        {
            return Plain[rune.Value - ' '];
        }

        if (rune.Value == '\t')
        {
            return new ShownCharacter(Tab, TabCells);
        }

        var text = PlainText.Of(rune.ToString());
        return new ShownCharacter(text, text.GetCellWidth());
    }

    /// <summary>A tab ends where the terminal wants it, so only another tab ends there too.</summary>
    private string Below(char character) => Text == Tab ? Tab : new string(character, Cells);
}
