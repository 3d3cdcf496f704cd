namespace Drawbridge.Problems;

/// <summary>A script that is applied has another content in the release.</summary>
public sealed record Drifted(string Script, string Database) : Problem(
    $"Script '{Script}' is applied to database '{Database}', but its content has changed since.",
    "Nothing was run. Restore the script as it was applied, and put the change into a new migration.");
