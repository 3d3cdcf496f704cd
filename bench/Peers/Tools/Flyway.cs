using Drawbridge.Bench.Peers.Corpora;

namespace Drawbridge.Bench.Peers.Tools;

/// <summary>Flyway, which brings its own Java.</summary>
internal sealed class Flyway(string program) : ITool
{
    public string Name => "flyway";

    public string Settings => "migrate without placeholders";

    public Invocation Version => new(program, "-v");

    public void Write(Corpus corpus, string folder) =>
        ScriptFiles.Write(folder, corpus, script => $"V{script.Version}__{script.Description}.sql", script => script.Text);

    public Invocation Apply(DatabaseAddress database) => new(
        program,
        $"-url={database.Jdbc}",
        $"-user={database.User}",
        $"-password={database.Password}",
        "-locations=filesystem:.",
        "-placeholderReplacement=false",
        "migrate");
}
