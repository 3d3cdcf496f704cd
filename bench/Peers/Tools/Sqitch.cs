using Drawbridge.Bench.Peers.Corpora;

namespace Drawbridge.Bench.Peers.Tools;

/// <summary>Sqitch, from Debian. It starts psql for each script.</summary>
internal sealed class Sqitch(string program) : ITool
{
    private const string Header = "%syntax-version=1.0.0\n%project=bench\n\n";

    public string Name => "sqitch";

    public string Settings => "deploy --no-verify";

    public Invocation Version => new(program, "--version");

    public void Write(Corpus corpus, string folder)
    {
        File.WriteAllText(Path.Combine(folder, "sqitch.conf"), "[core]\n\tengine = pg\n[user]\n\tname = Bench\n\temail = bench@example.com\n");
        File.WriteAllText(
            Path.Combine(folder, "sqitch.plan"),
            Header + string.Concat(corpus.Scripts.Select(script => $"{Change(script)} 2026-01-01T00:00:00Z Bench <bench@example.com>\n")));
        ScriptFiles.Write(
            Path.Combine(folder, "deploy"), corpus, script => $"{Change(script)}.sql", script => $"BEGIN;\n{script.Text}COMMIT;\n");
    }

    public Invocation Apply(DatabaseAddress database) => new(program, "deploy", "--no-verify", "--target", database.Link("db:pg"));

    private static string Change(CorpusScript script) => $"{script.Description}_{script.Version}";
}
