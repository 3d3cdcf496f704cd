namespace Drawbridge.LocalEnvironment.GitHub;

/// <summary>One run of the action.</summary>
/// <param name="Event">What made the workflow run.</param>
/// <param name="Checkout">Where the repository is checked out.</param>
/// <param name="Arguments">The command and its options.</param>
public sealed record ActionCall(GitHubEvent Event, string Checkout, params IReadOnlyList<string> Arguments)
{
    /// <summary>Counts how often this workflow run was started, from 1.</summary>
    public int Attempt { get; init; } = 1;
}
