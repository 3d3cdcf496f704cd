namespace Drawbridge.GitHubAction.GitHub;

/// <summary>Lines of a file, from 1.</summary>
/// <param name="First">The first one.</param>
/// <param name="Last">The last one.</param>
internal readonly record struct LineRange(int First, int Last)
{
    /// <summary>Whether all of the other lines are among these.</summary>
    public bool Contains(LineRange other) => First <= other.First && other.Last <= Last;
}
