namespace Drawbridge.Problems;

/// <summary>The login may not keep the history.</summary>
public sealed record PrivilegeMissing(string Database, string Reason) : Problem(
    $"The login may not create or use the schema 'drawbridge' in database '{Database}': {Reason}.",
    "Grant CREATE on the database to the login, or create the schema 'drawbridge' with the login as its owner.");
