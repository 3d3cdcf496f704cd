namespace Drawbridge.GitHubAction.Excerpts;

/// <summary>A part of one line, in characters.</summary>
/// <param name="Line">From 1.</param>
/// <param name="From">The column of the first character, from 1.</param>
/// <param name="To">The column just behind the last one; not behind <paramref name="From"/> for a mere point.</param>
internal readonly record struct Mark(int Line, int From, int To)
{
    /// <summary>One character, or none at the end of the line.</summary>
    public static Mark At(int line, int? column) => new(line, column ?? 1, column ?? 1);
}
