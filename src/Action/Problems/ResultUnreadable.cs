namespace Drawbridge.GitHubAction.Problems;

/// <summary>A result is there and is none that this version knows.</summary>
internal sealed record ResultUnreadable(string Release, string Database) : Problem(
    $"The result of release '{Release}' for database '{Database}' is not one that this version of Drawbridge can read.",
    "The release goes on all the same. Use the same version of the action and the function, then run the job again to "
    + "follow it.");
