namespace Drawbridge.Problems;

/// <summary>The server refused the login.</summary>
public sealed record DatabaseLoginFailed(string User, string Database, string SqlState) : Problem(
    $"The server refused the login of '{User}' to database '{Database}' (SQLSTATE {SqlState}).",
    "Check user and password in the database setting, that the user may connect to this database, and that the server "
    + "accepts this kind of connection (TLS, host).");
