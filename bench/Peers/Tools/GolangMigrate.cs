using Drawbridge.Bench.Peers.Corpora;

namespace Drawbridge.Bench.Peers.Tools;

/// <summary>golang-migrate, whose program is called <c>migrate</c>.</summary>
internal sealed class GolangMigrate(string program) : ITool
{
    public string Name => "golang-migrate";

    public string Settings => "up; no transaction but the server's own for what is sent at once";

    public Invocation Version => new(program, "-version");

    public void Write(Corpus corpus, string folder) =>
        ScriptFiles.Write(folder, corpus, script => $"{script.Name}.up.sql", script => script.Text);

    public Invocation Apply(DatabaseAddress database) => new(program, "-path", ".", "-database", database.UrlWithoutTls, "up");
}
