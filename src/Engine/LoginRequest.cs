namespace Drawbridge.Engine;

/// <summary>What is known before a login is: what the database setting says, and what the server said last.</summary>
/// <param name="Host">Empty when the setting names none.</param>
/// <param name="Port">The setting's, or the usual one.</param>
/// <param name="User">Empty when the setting names none.</param>
/// <param name="Refused">The login that the server has just refused.</param>
public sealed record LoginRequest(string Host, int Port, string User, Login? Refused = null)
{
    /// <summary>The server's engine, as the secrets of RDS name it: <c>postgres</c>, <c>sqlserver</c>.</summary>
    public required string Engine { get; init; }
}
