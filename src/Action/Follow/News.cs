namespace Drawbridge.GitHubAction.Follow;

/// <summary>What a report says that the reports before did not. Its text comes from scripts and servers: quote it.</summary>
/// <param name="Lines">Line by line; empty for nothing.</param>
internal sealed record News(IReadOnlyList<string> Lines)
{
    /// <summary>How it ended, with the database's name; null while it goes on.</summary>
    public string? Ending { get; init; }

    /// <summary>Whether the run waits for something, which somebody who watches should hear at once.</summary>
    public bool IsWait { get; init; }
}
