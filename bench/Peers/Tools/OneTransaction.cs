using Drawbridge.Bench.Peers.Corpora;

namespace Drawbridge.Bench.Peers.Tools;

/// <summary>The floor of all: <c>psql -1 -f</c> of everything.</summary>
internal sealed class OneTransaction(string psql) : ITool
{
    public const string Floor = "one-tx";

    public string Name => Floor;

    public string Settings => "psql -1 -f of all scripts in one file";

    public bool Remembers => false;

    public Invocation Version => new(psql, "--version");

    public void Write(Corpus corpus, string folder) =>
        File.WriteAllLines(Path.Combine(folder, "all.sql"), corpus.Scripts.Select(script => script.Text));

    public Invocation Apply(DatabaseAddress database) => Psql.Run(psql, database, "-1");
}
