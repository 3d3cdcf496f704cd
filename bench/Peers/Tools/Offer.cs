namespace Drawbridge.Bench.Peers.Tools;

/// <summary>A tool that the bench knows.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Source">Where it is to be had.</param>
/// <param name="Tool">The tool; null when it is missing on this machine.</param>
internal sealed record Offer(string Name, string Source, ITool? Tool);
