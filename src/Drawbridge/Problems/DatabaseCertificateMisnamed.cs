namespace Drawbridge.Problems;

/// <summary>The server's certificate is good, but somebody else's.</summary>
/// <param name="Server">Host and port.</param>
/// <param name="Host">The name that was asked for.</param>
/// <param name="Names">Those that the certificate is for.</param>
public sealed record DatabaseCertificateMisnamed(string Server, string Host, string Names) : Problem(
    $"The certificate of the database server '{Server}' is for '{Names}', not for '{Host}'.",
    "Write the name from the certificate into the database setting: for RDS the instance's or cluster's own endpoint, "
    + "not an alias or an address. 'sslmode=verify-ca' leaves the name unchecked.");
