using Drawbridge.Manifests;
using Drawbridge.Scripts;

namespace Drawbridge.Configuration;

/// <summary>What <c>drawbridge.yml</c> says; an empty file says nothing but the defaults.</summary>
public sealed record ProjectSettings
{
    /// <summary>Where it lies: at the root of the migrations folder.</summary>
    public const string FileName = "drawbridge.yml";

    /// <summary>
    /// The oldest PostgreSQL that is supported, in whose terms scripts are judged unless they are told better.
    /// </summary>
    public const int OldestServerVersion = 13;

    /// <summary>What holds without the file.</summary>
    public static ProjectSettings Default { get; } = new();

    /// <summary>The file as it is written; null without a file that can be read.</summary>
    public string? Text { get; init; }

    /// <summary>The kind of server, for databases that don't name their own.</summary>
    public DatabaseEngine Engine { get; init; }

    /// <summary>The server's major version, for databases that don't name their own.</summary>
    public int ServerVersion { get; init; } = OldestServerVersion;

    /// <summary>The severities that differ from the rules' own, for all databases.</summary>
    public IReadOnlyList<RuleSetting> Rules { get; init; } = [];

    /// <summary>The databases that differ from the rest, by name.</summary>
    public IReadOnlyDictionary<string, DatabaseSettings> Databases { get; init; } =
        new Dictionary<string, DatabaseSettings>();

    /// <summary>The files in the migrations folder that are none of it.</summary>
    public IReadOnlyList<PathPattern> IgnoredPaths { get; init; } = [];

    /// <summary>The merged scripts that may go.</summary>
    public IReadOnlyList<Acknowledgement> Acknowledged { get; init; } = [];

    /// <summary>What people declare of scripts.</summary>
    public IReadOnlyList<ScriptMark> Marked { get; init; } = [];

    /// <summary>What is wrong with the file; everything else in it holds all the same.</summary>
    public IReadOnlyList<Objection> Objections { get; init; } = [];

    /// <summary>Every severity that is set, for all databases and for single ones.</summary>
    public IEnumerable<RuleSetting> AllRules => Rules.Concat(Databases.Values.SelectMany(database => database.Rules));

    /// <summary>The kind of server that a database lives on.</summary>
    public DatabaseEngine EngineOf(string database) => Databases.GetValueOrDefault(database)?.Engine ?? Engine;

    /// <summary>
    /// Which of the databases that live on one server goes first. That server is PostgreSQL unless all of them say
    /// otherwise.
    /// </summary>
    public string RootOf(IEnumerable<string> databases) => RootDatabase.Of(
        databases.All(database => EngineOf(database) == DatabaseEngine.SqlServer)
            ? DatabaseEngine.SqlServer
            : DatabaseEngine.PostgreSql);

    /// <summary>The major version of a database's server.</summary>
    public int ServerVersionOf(string database) =>
        Databases.GetValueOrDefault(database)?.ServerVersion ?? ServerVersion;

    /// <summary>The order that a database asks for; null when it leaves that to others.</summary>
    public ReleaseOrder? OrderOf(string database) => Databases.GetValueOrDefault(database)?.Order;

    /// <summary>The tool whose history a database takes over; null for none.</summary>
    public DonorTool? AdoptOf(string database) => Databases.GetValueOrDefault(database)?.Adopt;

    /// <summary>How a database's scripts are to be applied, where it says so; the rest as given.</summary>
    public ReleaseOptions OptionsOf(string database, ReleaseOptions otherwise) =>
        otherwise with { Order = OrderOf(database) ?? otherwise.Order, Adopt = AdoptOf(database) ?? otherwise.Adopt };

    /// <summary>What is declared of a database's scripts, as a release carries it; null for nothing.</summary>
    public IReadOnlyList<ReleaseMark>? MarksOf(string database)
    {
        var marks = Marked.Where(mark => mark.IsOf(database))
            .Select(mark => new ReleaseMark(BucketLayout.MigrationsFolder + mark.Path, mark.As, mark.Reason))
            .ToList();
        return marks.Count == 0 ? null : marks;
    }

    /// <summary>Whether a database applies a migration that is older than the newest applied one.</summary>
    public bool AppliesLateVersions(string database) => OrderOf(database) == ReleaseOrder.Any;

    /// <summary>The form in which a database's scripts must be named; null for that of most of them.</summary>
    public NamingForm? NamingOf(string database) => Databases.GetValueOrDefault(database)?.Naming;

    /// <summary>
    /// The severity that is set for a rule, the database's before the one of all; null for the rule's own.
    /// </summary>
    public Severity? SeverityOf(string rule, string database) =>
        Find(Databases.GetValueOrDefault(database)?.Rules ?? [], rule) ?? Find(Rules, rule);

    /// <summary>Whether a file is none of the migrations.</summary>
    /// <param name="path">From the migrations folder.</param>
    public bool Ignores(string path) => path != FileName && IgnoredPaths.Any(pattern => pattern.Matches(path));

    /// <summary>The same without a word about other databases.</summary>
    public ProjectSettings Only(string database) => this with
    {
        Databases = Databases.Where(entry => entry.Key == database).ToDictionary(StringComparer.Ordinal),
        Marked = [.. Marked.Where(mark => mark.IsOf(database))],
    };

    private static Severity? Find(IEnumerable<RuleSetting> rules, string rule) =>
        rules.FirstOrDefault(setting => setting.Rule == rule)?.Severity;
}
