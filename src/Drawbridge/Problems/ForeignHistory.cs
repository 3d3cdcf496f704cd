namespace Drawbridge.Problems;

/// <summary>Another tool has migrated this database.</summary>
public sealed record ForeignHistory(string Database, string Table) : Problem(
    $"Database '{Database}' carries the history table '{Table}' of another migration tool.",
    "Nothing was run, because that tool's migrations would be applied a second time. Mark in 'drawbridge.yml' the scripts "
    + "that it has applied as 'done'.");
