using Drawbridge.Bench.Peers.Corpora;

namespace Drawbridge.Bench.Peers.Tools;

/// <summary>The fair floor: psql again, with a transaction for each script and one connection for all.</summary>
internal sealed class TransactionPerScript(string psql) : ITool
{
    public const string Floor = "script-tx";

    public string Name => Floor;

    public string Settings => "psql -f of all scripts in one file, BEGIN and COMMIT around each";

    public bool Remembers => false;

    public Invocation Version => new(psql, "--version");

    public void Write(Corpus corpus, string folder) => File.WriteAllLines(
        Path.Combine(folder, "all.sql"), corpus.Scripts.Select(script => $"BEGIN;\n{script.Text}COMMIT;\n"));

    public Invocation Apply(DatabaseAddress database) => Psql.Run(psql, database);
}
