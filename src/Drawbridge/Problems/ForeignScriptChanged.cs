namespace Drawbridge.Problems;

/// <summary>A script is not as Flyway applied it.</summary>
public sealed record ForeignScriptChanged(string Script, string Database, int? Checksum, int Recorded) : Problem(
    $"Script '{Script}' is not as Flyway applied it to database '{Database}': its checksum is {Checksum}, and Flyway "
    + $"recorded {Recorded}.",
    "Nothing was run. Restore the script as it was applied; if its text may differ, mark it as 'done' in "
    + "'drawbridge.yml'.");
