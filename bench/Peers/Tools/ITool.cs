using Drawbridge.Bench.Peers.Corpora;

namespace Drawbridge.Bench.Peers.Tools;

/// <summary>
/// A program that applies scripts: a peer, a floor, or Drawbridge. Another one is another class, named in
/// <see cref="Toolbox"/>.
/// </summary>
internal interface ITool
{
    /// <summary>What it is called in options and results.</summary>
    string Name { get; }

    /// <summary>How it was set up, where there was a choice.</summary>
    string Settings { get; }

    /// <summary>Whether it remembers what it applied; floors do not.</summary>
    bool Remembers => true;

    /// <summary>Asks it for its version.</summary>
    Invocation Version { get; }

    /// <summary>Writes a corpus into an empty folder, in its own format.</summary>
    void Write(Corpus corpus, string folder);

    /// <summary>Applies what was written, from within that folder.</summary>
    Invocation Apply(DatabaseAddress database);
}
