using System.Globalization;

namespace Drawbridge.Bench.Peers.Corpora;

/// <summary>One script of a corpus, in no tool's format yet.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Description">What it does, in lower case words with <c>_</c> between.</param>
/// <param name="Statements">Its statements, each with its semicolon.</param>
internal sealed record CorpusScript(int Number, string Description, IReadOnlyList<string> Statements)
{
    /// <summary>Its number in as many digits for all, so that names sort like numbers.</summary>
    public string Version { get; } = Number.ToString("000000", CultureInfo.InvariantCulture);

    /// <summary>A name that is its own in the corpus.</summary>
    public string Name => $"{Version}_{Description}";

    /// <summary>Its statements, one below the other.</summary>
    public string Text { get; } = string.Concat(Statements.Select(statement => $"{statement}\n"));
}
