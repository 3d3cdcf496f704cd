namespace Drawbridge.Problems;

/// <summary>The server refused the login.</summary>
/// <param name="User">Who logged in.</param>
/// <param name="Database">Where to.</param>
/// <param name="SqlState">The server's reason.</param>
/// <param name="Advice">What to do when the login comes from elsewhere than the setting.</param>
public sealed record DatabaseLoginFailed(string User, string Database, string SqlState, string? Advice = null)
    : Problem(
        $"The server refused the login of '{User}' to database '{Database}' (SQLSTATE {SqlState}).",
        Advice ?? "Check user and password in the database setting, that the user may connect to this database, and "
        + "that the server accepts this kind of connection (TLS, host).")
{
    /// <summary>Whether another password could help: it is wrong (28P01), or nothing admits it (28000).</summary>
    public bool IsOfPassword => SqlState is "28P01" or "28000";
}
