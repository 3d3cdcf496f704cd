using Drawbridge.Manifests;

namespace Drawbridge.Engine;

/// <summary>What became of one script.</summary>
/// <param name="Transaction">Whether it ran in one.</param>
/// <param name="Duration">From its first statement to its commit.</param>
/// <param name="Error">Null when it is applied and recorded.</param>
public sealed record ScriptOutcome(bool Transaction, TimeSpan Duration, ResultError? Error)
{
    /// <summary>How often it, or a statement of it, was sent: more than once when other sessions were in its way.</summary>
    public int Tries { get; init; } = 1;

    /// <summary>The answer to its COMMIT was lost, and a new connection read that it is applied.</summary>
    public bool IsFoundInHistory { get; init; }
}
