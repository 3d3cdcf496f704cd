namespace Drawbridge.Engine.Examining;

/// <summary>Asks a server for encryption, as a client does before it says who it is.</summary>
/// <param name="stream">A new connection.</param>
/// <param name="place">The server's name, and the same with its port.</param>
/// <param name="cancellationToken">Ends it.</param>
/// <returns>What came of it, as a sentence.</returns>
/// <exception cref="DrawbridgeException">The setting demands more than the server gives.</exception>
internal delegate Task<string> Handshake(Stream stream, (string Host, string Server) place, CancellationToken cancellationToken);
