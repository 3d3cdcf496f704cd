using Drawbridge.Bench.Peers.Corpora;

namespace Drawbridge.Bench.Peers.Tools;

/// <summary>Sqitch, from Debian. It starts psql for each script.</summary>
internal sealed class Sqitch(string program) : ITool
{
    private const string Configuration = "[core]\n\tengine = pg\n[user]\n\tname = Bench\n\temail = bench@example.com\n";
    private const string Header = "%syntax-version=1.0.0\n%project=bench\n\n";
    private const string Planned = "2026-01-01T00:00:00Z Bench <bench@example.com>";

    public string Name => "sqitch";

    public string Settings => "deploy --no-verify";

    public Invocation Version => new(program, "--version");

    public void Write(Corpus corpus, string folder)
    {
        var plan = string.Concat(corpus.Scripts.Select(script => $"{Change(script)} {Planned}\n"));
        File.WriteAllText(Path.Combine(folder, "sqitch.conf"), Configuration);
        File.WriteAllText(Path.Combine(folder, "sqitch.plan"), Header + plan);
        ScriptFiles.Write(Path.Combine(folder, "deploy"), corpus, script => $"{Change(script)}.sql", Text);
    }

    public Invocation Apply(DatabaseAddress database) =>
        new(program, "deploy", "--no-verify", "--target", database.Link("db:pg"));

    private static string Text(CorpusScript script) => $"BEGIN;\n{script.Text}COMMIT;\n";

    private static string Change(CorpusScript script) => $"{script.Description}_{script.Version}";
}
