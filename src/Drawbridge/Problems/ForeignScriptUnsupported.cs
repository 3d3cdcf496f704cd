namespace Drawbridge.Problems;

/// <summary>Another tool has applied a migration that is no SQL.</summary>
public sealed record ForeignScriptUnsupported(string Script, string Type, string Database) : Problem(
    $"Flyway has applied '{Script}' to database '{Database}', which is no SQL script but of type '{Type}'.",
    "Nothing was run. Write what it did as an SQL script of the same version, and mark that as 'done' in "
    + "'drawbridge.yml'.");
