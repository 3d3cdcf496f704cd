using Drawbridge.Manifests;

namespace Drawbridge.Engine;

/// <summary>How a release ended before.</summary>
/// <param name="Outcome">As its result said.</param>
/// <param name="Error">Why it did not succeed; null for a success, or when that can't be read.</param>
public sealed record FinishedRelease(ResultStatus Outcome, ResultError? Error);
