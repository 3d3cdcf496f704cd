using Drawbridge.Bench.Peers.Corpora;

namespace Drawbridge.Bench.Peers.Tools;

/// <summary>Writes a corpus as a file a script, which is what most tools read.</summary>
internal static class ScriptFiles
{
    /// <summary>Writes them below a folder, which is made.</summary>
    public static void Write(
        string folder, Corpus corpus, Func<CorpusScript, string> name, Func<CorpusScript, string> text)
    {
        Directory.CreateDirectory(folder);
        foreach (var script in corpus.Scripts)
        {
            File.WriteAllText(Path.Combine(folder, name(script)), text(script));
        }
    }
}
