namespace Drawbridge.Problems;

/// <summary>The server hung up on a client that encrypts from the first byte, as SQL Server before 2022 does.</summary>
/// <param name="Server">Host and port.</param>
public sealed record DatabaseStrictRefused(string Server) : Problem(
    $"The database server '{Server}' hung up when it was to encrypt from the first byte ('encrypt=strict'), as SQL Server "
    + "2019 and older do.",
    "For such a server, write 'encrypt=mandatory' into the database setting: that encrypts too, and checks the server's "
    + "certificate as well.");
