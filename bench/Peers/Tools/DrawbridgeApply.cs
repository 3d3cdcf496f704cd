using Drawbridge.Bench.Peers.Corpora;

namespace Drawbridge.Bench.Peers.Tools;

/// <summary>Drawbridge's <c>apply</c>, as a release packages it.</summary>
internal sealed class DrawbridgeApply(string program) : ITool
{
    private const string Folder = "migrations";

    public string Name => "drawbridge";

    public string Settings => "apply of one database's folder";

    public Invocation Version => new(program, "--version");

    public void Write(Corpus corpus, string folder) =>
        ScriptFiles.Write(Path.Combine(folder, Folder), corpus, script => $"{script.Name}.sql", script => script.Text);

    public Invocation Apply(DatabaseAddress database) =>
        new(program, "apply", "--database-url", database.Url, "--database", database.Database, Folder);
}
