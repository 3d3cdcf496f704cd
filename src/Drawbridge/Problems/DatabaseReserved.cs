namespace Drawbridge.Problems;

/// <summary>A folder is named as the database in which the history of the root database lives.</summary>
public sealed record DatabaseReserved(string Database, string Root) : Problem(
    $"Database '{Database}' is where the history of '{Root}' lives, so it can't have scripts of its own.",
    "Nothing was run. Give the database, and its folder, another name.");
