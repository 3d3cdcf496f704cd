using Drawbridge.Bench.Peers.Corpora;

namespace Drawbridge.Bench.Peers.Tools;

/// <summary>DbUp behind its command line, a .NET tool called <c>dbup</c>.</summary>
internal sealed class DbUp(string program) : ITool
{
    private const string Login = "DBUP_BENCH";

    // The login is a variable of the process: the corpus is written once, and each run has another database.
    private const string Configuration = $"""
        dbUp:
          version: 1
          provider: postgresql
          connectionString: ${Login}$
          transaction: PerScript
          disableVars: yes
          scripts:
            - folder: scripts

        """;

    public string Name => "dbup";

    public string Settings => "upgrade with a transaction for each script, without variables";

    public Invocation Version => new(program, "--version");

    public void Write(Corpus corpus, string folder)
    {
        File.WriteAllText(Path.Combine(folder, "dbup.yml"), Configuration);
        ScriptFiles.Write(Path.Combine(folder, "scripts"), corpus, script => $"{script.Name}.sql", script => script.Text);
    }

    public Invocation Apply(DatabaseAddress database) => new(program, "upgrade", "dbup.yml")
    {
        Variables = new Dictionary<string, string> { [Login] = database.KeysAndValues },
    };
}
