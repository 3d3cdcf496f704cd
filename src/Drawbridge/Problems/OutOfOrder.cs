namespace Drawbridge.Problems;

/// <summary>A migration comes late: a higher version is applied already.</summary>
public sealed record OutOfOrder(string Script, string Database, string Highest) : Problem(
    $"Script '{Script}' is pending, but database '{Database}' is at the higher version '{Highest}' already.",
    "Nothing was run. Rename the script to a version above that one.");
