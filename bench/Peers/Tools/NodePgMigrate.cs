using System.Globalization;
using Drawbridge.Bench.Peers.Corpora;

namespace Drawbridge.Bench.Peers.Tools;

/// <summary>node-pg-migrate, from npm.</summary>
internal sealed class NodePgMigrate(string program) : ITool
{
    /// <summary>A time in milliseconds, as the tool writes them before its names.</summary>
    private const long FirstTime = 1_700_000_000_000;

    private const string Folder = "migrations";

    private const string VersionScript =
        "require(require('path').resolve(require('fs').realpathSync(process.argv[1]), '../../package.json')).version";

    public string Name => "node-pg-migrate";

    public string Settings => "up, all in one transaction, which is its default; --verbose=false";

    // It says 'unknown' itself.
    public Invocation Version => new("node", "-p", VersionScript, program);

    public void Write(Corpus corpus, string folder) => ScriptFiles.Write(
        Path.Combine(folder, Folder),
        corpus,
        script => $"{(FirstTime + script.Number).ToString(CultureInfo.InvariantCulture)}_{script.Description}.sql",
        script => $"-- Up Migration\n{script.Text}\n-- Down Migration\n");

    public Invocation Apply(DatabaseAddress database) =>
        new(program, "up", "--migrations-dir", Folder, "--verbose=false")
        {
            Variables = new Dictionary<string, string> { ["DATABASE_URL"] = database.Url },
        };
}
