namespace Drawbridge.Problems;

/// <summary>The server has no database of that name.</summary>
public sealed record DatabaseMissing(string Database) : Problem(
    $"Database '{Database}' does not exist on the server.",
    "Add a script to the root database's folder that creates it, or correct the name of the folder.");
