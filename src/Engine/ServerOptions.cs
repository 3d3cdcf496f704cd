namespace Drawbridge.Engine;

/// <summary>What the program around the engine adds to a database setting.</summary>
public sealed record ServerOptions
{
    /// <summary>Where the login comes from; null when the setting says it.</summary>
    public ILoginSource? Login { get; init; }

    /// <summary>
    /// Whether a server elsewhere must prove who it is when the setting says nothing about TLS; otherwise it is as
    /// libpq's tools do it.
    /// </summary>
    public bool VerifiesServers { get; init; }

    /// <summary>A PEM file of the authorities to believe when the setting names none; null for the system's.</summary>
    public string? Authorities { get; init; }
}
