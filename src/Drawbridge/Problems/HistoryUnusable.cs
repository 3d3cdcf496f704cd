namespace Drawbridge.Problems;

/// <summary>The history can't be read or written, or says what Drawbridge never wrote.</summary>
public sealed record HistoryUnusable(string Database, string Reason) : Problem(
    $"The history of database '{Database}' can't be used: {Reason}.",
    "Check that the database setting leads to the primary server, not to a read-only one, and that nobody changed the "
    + "tables in schema 'drawbridge'; repair them, then deploy again.");
