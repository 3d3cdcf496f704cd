namespace Drawbridge.LocalEnvironment.Network;

/// <summary>An end of a connection, or both.</summary>
[Flags]
public enum NetworkSide
{
    /// <summary>Neither end.</summary>
    None = 0,

    /// <summary>Whoever opened the connection.</summary>
    Client = 1,

    /// <summary>Whoever accepted it.</summary>
    Server = 2,

    /// <summary>Both ends.</summary>
    Both = Client | Server,
}
