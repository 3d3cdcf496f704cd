namespace Drawbridge.Chaos;

/// <summary>What came of one round.</summary>
/// <param name="Fault">What went wrong.</param>
/// <param name="Kind">By which it is counted.</param>
/// <param name="HasHit">Whether the release was still at work when it went wrong.</param>
/// <param name="Kills">How often the function was killed.</param>
/// <param name="Charges">What must not be; empty when all is well.</param>
public sealed record Verdict(string Fault, string Kind, bool HasHit, int Kills, IReadOnlyList<string> Charges)
{
    /// <summary>The moment at which the function was killed, in words.</summary>
    public string? KilledAt { get; init; }

    /// <summary>What the function's processes wrote, each line behind its stream.</summary>
    public IReadOnlyList<string> Log { get; init; } = [];

    /// <summary>How many moments the function had.</summary>
    public int Moments { get; init; }

    /// <summary>How many pieces of traffic passed between the function and the server.</summary>
    public int Pieces { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; init; }
}
