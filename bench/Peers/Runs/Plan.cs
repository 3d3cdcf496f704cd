using Drawbridge.Bench.Peers.Corpora;
using Drawbridge.Bench.Peers.Tools;

namespace Drawbridge.Bench.Peers.Runs;

/// <summary>What is compared.</summary>
/// <param name="Folder">Where corpora and results go.</param>
/// <param name="Corpora">By name.</param>
/// <param name="Sizes">Numbers of scripts.</param>
/// <param name="Latencies">In milliseconds.</param>
/// <param name="Runs">How often each tool has its turn in each case.</param>
/// <param name="Limit">The longest that a run may take.</param>
internal sealed record Plan(
    string Folder,
    IReadOnlyList<string> Corpora,
    IReadOnlyList<int> Sizes,
    IReadOnlyList<int> Latencies,
    int Runs,
    TimeSpan Limit)
{
    /// <summary>Where a corpus is written for a tool.</summary>
    public string FolderOf(Corpus corpus, ITool tool) => Path.Combine(Folder, "corpora", corpus.Name, tool.Name);
}
