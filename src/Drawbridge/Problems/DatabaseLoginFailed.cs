namespace Drawbridge.Problems;

/// <summary>The server refused the login.</summary>
/// <param name="User">Who logged in.</param>
/// <param name="Database">Where to.</param>
/// <param name="Reason">The server's: its SQLSTATE, or the number of its error.</param>
/// <param name="Advice">What to do when the login comes from elsewhere than the setting.</param>
public sealed record DatabaseLoginFailed(string User, string Database, string Reason, string? Advice = null)
    : Problem(
        $"The server refused the login of '{User}' to database '{Database}' ({Reason}).",
        Advice ?? "Check user and password in the database setting, that the user may connect to this database, and "
        + "that the server accepts this kind of connection (TLS, host).")
{
    /// <summary>Whether another password could help: it is wrong (28P01, 18456), or nothing admits it (28000).</summary>
    public bool IsOfPassword => Reason is "SQLSTATE 28P01" or "SQLSTATE 28000" or "error 18456";
}
