namespace Drawbridge.Problems;

/// <summary>The encrypted connection could not be made.</summary>
public sealed record DatabaseTlsFailed(string Server, string Reason) : Problem(
    $"No encrypted connection to the database server '{Server}': {Reason}.",
    "Check the TLS mode and root certificate in the database setting, and that the host name is the one in the "
    + "server's certificate.");
