namespace Drawbridge.Bench.Peers.Corpora;

/// <summary>Scripts that belong together, the same on every run.</summary>
/// <param name="Name">What it is called in options and results.</param>
/// <param name="Scripts">In their order.</param>
/// <param name="Evidence">A query that answers how much of them a database holds, as <c>bigint</c>.</param>
/// <param name="Whole">What it answers when all of them were applied.</param>
internal sealed record Corpus(string Name, IReadOnlyList<CorpusScript> Scripts, string Evidence, long Whole)
{
    /// <summary>The corpora there are, by name.</summary>
    public static IReadOnlyList<string> Names { get; } = [DdlCorpus.Name, CheapCorpus.Name];

    /// <summary>The corpus of a name with so many scripts.</summary>
    public static Corpus Of(string name, int count) => name switch
    {
        DdlCorpus.Name => DdlCorpus.Of(count),
        CheapCorpus.Name => CheapCorpus.Of(count),
        _ => throw new ArgumentException($"There is no corpus '{name}'.", nameof(name)),
    };
}
