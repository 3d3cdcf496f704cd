namespace Drawbridge.GitHubAction.Excerpts;

/// <summary>Some lines of a file, with a mark below one of them.</summary>
/// <param name="Rows">Each behind a margin with its number; what is left out is an ellipsis.</param>
internal sealed record Passage(IReadOnlyList<string> Rows)
{
    /// <summary>Lines that are shown around the marked one at most, on each side.</summary>
    public const int Reach = 8;

    private const string LeftOut = "…";

    /// <summary>Puts lines below each other, all numbers as wide as the last.</summary>
    /// <param name="lines">In their order, without gaps, of which one is the marked one.</param>
    /// <param name="marked">The number of the line that keeps its carets.</param>
    /// <param name="isCutBefore">Whether more would stand above.</param>
    /// <param name="isCutBehind">Whether more would stand below.</param>
    public static Passage Of(IReadOnlyList<Excerpt> lines, int marked, bool isCutBefore, bool isCutBehind)
    {
        var width = lines[^1].Blank.Length;
        var blank = new string(' ', width);
        var rows = lines.SelectMany(line => line.Number == marked
            ? new[] { $"{$"{line.Number}".PadLeft(width)} | {line.Source}", $"{blank} | {line.Carets}" }
            : [$"{$"{line.Number}".PadLeft(width)} | {line.Source}".TrimEnd()]);
        var cut = $"{blank} {LeftOut}";
        return new Passage([.. isCutBefore ? [cut] : Array.Empty<string>(), .. rows, .. isCutBehind ? [cut] : Array.Empty<string>()]);
    }
}
