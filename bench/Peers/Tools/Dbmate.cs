using Drawbridge.Bench.Peers.Corpora;

namespace Drawbridge.Bench.Peers.Tools;

/// <summary>dbmate, from npm.</summary>
internal sealed class Dbmate(string program) : ITool
{
    public string Name => "dbmate";

    public string Settings => "migrate --no-dump-schema";

    public Invocation Version => new(program, "--version");

    public void Write(Corpus corpus, string folder) => ScriptFiles.Write(
        folder, corpus, script => $"{script.Name}.sql", script => $"-- migrate:up\n{script.Text}\n-- migrate:down\n");

    public Invocation Apply(DatabaseAddress database) =>
        new(program, "--url", database.UrlWithoutTls, "--migrations-dir", ".", "--no-dump-schema", "migrate");
}
