namespace Drawbridge.Bench.Peers.Runs;

/// <summary>One run that was measured.</summary>
/// <param name="Case">What was applied, and how far away.</param>
/// <param name="Tool">Who applied it.</param>
/// <param name="Run">Which of its runs, from 1.</param>
/// <param name="Apply">How long applying all of it took, from the start of the process to its end.</param>
/// <param name="Nothing">How long the same again took, with nothing to do; null for who does not remember.</param>
internal sealed record Timing(Case Case, string Tool, int Run, TimeSpan Apply, TimeSpan? Nothing);
