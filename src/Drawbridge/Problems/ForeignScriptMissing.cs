namespace Drawbridge.Problems;

/// <summary>A migration that another tool has applied is not among the scripts.</summary>
public sealed record ForeignScriptMissing(string Tool, string Version, string Database, string Table) : Problem(
    $"{Tool} has applied version '{Version}' to database '{Database}' ('{Table}'), but none of its scripts has that "
    + "version.",
    $"Nothing was run, because scripts that {Tool} has applied under other names would be applied again. Put its "
    + "script back as it was applied; when it is lost, put one in its place and mark that as 'done' in 'drawbridge.yml'.");
