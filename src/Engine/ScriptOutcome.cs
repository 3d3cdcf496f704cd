using Drawbridge.Manifests;

namespace Drawbridge.Engine;

/// <summary>What became of one script.</summary>
/// <param name="Transaction">Whether it ran in one.</param>
/// <param name="Duration">From its first statement to its commit.</param>
/// <param name="Error">Null when it is applied and recorded.</param>
public sealed record ScriptOutcome(bool Transaction, TimeSpan Duration, ResultError? Error);
