namespace Drawbridge.Bench.Peers.Runs;

/// <summary>What all tools are compared in.</summary>
/// <param name="Corpus">The corpus's name.</param>
/// <param name="Scripts">How many of them.</param>
/// <param name="Latency">What a round trip takes more than on loopback, in milliseconds.</param>
internal sealed record Case(string Corpus, int Scripts, int Latency);
