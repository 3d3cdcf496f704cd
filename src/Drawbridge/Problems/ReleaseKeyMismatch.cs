namespace Drawbridge.Problems;

/// <summary>A release says another id or database than its key.</summary>
public sealed record ReleaseKeyMismatch(string Id, string Database) : Problem(
    $"The release below the key of '{Id}' and database '{Database}' names another id or database in its JSON.",
    "Nothing was run. Releases can't be copied to another key: deploy again.");
