namespace Drawbridge.GitHubAction.Problems;

/// <summary>Nobody knows what the environment before holds.</summary>
internal sealed record PreviousUnreadable(string Previous, string Reason, string Advice) : Problem(
    $"What the environment before ({Previous}) holds can't be read: {Reason}",
    $"This deploy goes on all the same. {Advice} The deploy role needs to list and get 'releases/*' and 'results/*' "
    + "there.");
