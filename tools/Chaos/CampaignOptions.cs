namespace Drawbridge.Chaos;

/// <summary>What a campaign does.</summary>
/// <param name="Function">The path of the function, published or packaged.</param>
/// <param name="Seed">Decides scripts and faults.</param>
/// <param name="Duration">After which no round begins.</param>
public sealed record CampaignOptions(string Function, int Seed, TimeSpan Duration)
{
    /// <summary>Only the kills at each moment of one release, however long they take.</summary>
    public bool IsSweepOnly { get; init; }

    /// <summary>Only the kill at this moment.</summary>
    public int? Moment { get; init; }

    /// <summary>Only this round.</summary>
    public int? Round { get; init; }

    /// <summary>Where the function's log goes when a round fails, or is the only one.</summary>
    public required string LogFile { get; init; }

    /// <summary>Whether a round is run by itself, to be looked at.</summary>
    public bool IsOneRound => (Moment ?? Round) is not null;
}
