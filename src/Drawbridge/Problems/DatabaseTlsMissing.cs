namespace Drawbridge.Problems;

/// <summary>The server takes only connections in the clear.</summary>
public sealed record DatabaseTlsMissing(string Server) : Problem(
    $"The database server '{Server}' offers no encrypted connection, and the database setting demands one.",
    "Turn TLS on at the server ('ssl = on', with a certificate and its key). For a server that nobody can listen in "
    + "on, write 'sslmode=disable' into the database setting.");
