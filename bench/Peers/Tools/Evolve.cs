using Drawbridge.Bench.Peers.Corpora;

namespace Drawbridge.Bench.Peers.Tools;

/// <summary>Evolve's own program, a .NET tool.</summary>
internal sealed class Evolve(string program) : ITool
{
    public string Name => "evolve";

    public string Settings => "migrate, which commits each";

    public Invocation Version => new(program, "--version");

    public void Write(Corpus corpus, string folder) =>
        ScriptFiles.Write(folder, corpus, script => $"V{script.Version}__{script.Description}.sql", script => script.Text);

    public Invocation Apply(DatabaseAddress database) =>
        new(program, "migrate", "postgresql", "--connection-string", database.KeysAndValues, "--location", ".");
}
