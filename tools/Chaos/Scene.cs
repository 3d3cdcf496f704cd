using System.Text;
using Drawbridge.Chaos.Scripts;
using Drawbridge.LocalAws.Lambda;
using Drawbridge.Manifests;
using Drawbridge.Scripts;
using Npgsql;

namespace Drawbridge.Chaos;

/// <summary>One database, the scripts for it, and the releases that were made of them.</summary>
public sealed class Scene : IAsyncDisposable
{
    private static readonly BucketLayout Layout = BucketLayout.At("");

    private readonly List<Release> _releases = [];
    private readonly int _lettersBefore;
    private readonly int _linesBefore;
    private DateTimeOffset _time;

    private Scene(Ground ground, string database, IReadOnlyList<GeneratedScript> scripts)
    {
        (Ground, Database, Scripts) = (ground, database, scripts);
        _time = DateTimeOffset.UtcNow;
        (_lettersBefore, _linesBefore) = (ground.Aws.DeadLetters.Count, ground.Aws.FunctionLog.Count);
    }

    /// <summary>Where it takes place.</summary>
    public Ground Ground { get; }

    /// <summary>The database's name.</summary>
    public string Database { get; }

    /// <summary>All scripts, in the order in which they run.</summary>
    public IReadOnlyList<GeneratedScript> Scripts { get; }

    /// <summary>What was written into the bucket, the oldest first; the same one twice when it was written twice.</summary>
    public IReadOnlyList<Release> Releases => _releases;

    /// <summary>The events that were given up since it began.</summary>
    public IReadOnlyList<DeadLetter> DeadLetters => [.. Ground.Aws.DeadLetters.Skip(_lettersBefore)];

    /// <summary>What the function has said since it began.</summary>
    public IReadOnlyList<FunctionLogLine> Log => [.. Ground.Aws.FunctionLog.Skip(_linesBefore)];

    /// <summary>A fresh database with an empty ledger, and the scripts in the bucket.</summary>
    public static async Task<Scene> Begin(Ground ground, IReadOnlyList<GeneratedScript> scripts)
    {
        var scene = new Scene(ground, await ground.Postgres.CreateDatabase("chaos"), scripts);
        await scene.Execute("CREATE TABLE public.ledger (script text NOT NULL, step integer NOT NULL)");
        foreach (var script in scripts)
        {
            ground.Aws.Put(Ground.Bucket, BucketLayout.ScriptKey(scene.Database, script.Path), script.Text);
        }

        return scene;
    }

    /// <summary>The first of the scripts as a release, a second younger than the one before.</summary>
    /// <param name="count">How many scripts; null for all.</param>
    public Release Compose(int? count = null)
    {
        _time += TimeSpan.FromSeconds(1);
        return Compose(_time, count);
    }

    /// <summary>The first of the scripts as a release of a given time.</summary>
    public Release Compose(DateTimeOffset time, int? count = null)
    {
        const string Commit = "c4a05c4a05c4a05c4a05c4a05c4a05c4a05c4a05";
        var scripts = Scripts.Take(count ?? Scripts.Count).Select(script => ReleaseScript.Of(Read(script), s3VersionId: null));
        return new Release(
            Release.SchemaName,
            ReleaseId.Create(time, Commit, attempt: 1).Text,
            Database,
            ReleaseMode.Apply,
            time,
            new ReleaseSource("acme/chaos", Commit, "refs/heads/main", Run: null, Actor: "chaos"),
            ReleaseOptions.Default,
            [.. scripts]);
    }

    /// <summary>The key of a release, or of its result.</summary>
    public static string KeyOf(ManifestKind kind, Release release) => ReleaseId.TryParse(release.Id, out var id)
        ? Layout.Of(kind, id, release.Database)
        : throw new ArgumentException(release.Id, nameof(release));

    /// <summary>Writes a release into the bucket, which sends its event.</summary>
    public void Put(Release release)
    {
        _releases.Add(release);
        Ground.Aws.Put(Ground.Bucket, KeyOf(ManifestKind.Release, release), ReleaseJson.Write(release));
    }

    /// <summary>Ends when the platform has nothing left to try.</summary>
    public Task Settle() => Ground.Aws.Settled();

    /// <summary>What whoever waits for a release reads now; null for nothing.</summary>
    public Result? ResultOf(Release release) =>
        Ground.Aws.Objects(Ground.Bucket, KeyOf(ManifestKind.Result, release)) is [var stored] ? ResultJson.TryRead(stored.Content.Span) : null;

    /// <summary>What the newest release came to, by the order of ids; null for nothing.</summary>
    public Result? NewestResult => ResultOf(_releases.MaxBy(release => release.Id, StringComparer.Ordinal)!);

    /// <summary>Every text of every version of every result.</summary>
    public IEnumerable<string> ResultTexts() => _releases.Distinct()
        .SelectMany(release => Ground.Aws.Versions(Ground.Bucket, KeyOf(ManifestKind.Result, release)))
        .Select(version => version.Text);

    /// <summary>Runs a statement of the judge or the person, directly at the server.</summary>
    public async Task Execute(string statement)
    {
        await using var connection = await Ground.Postgres.Connect(Database);
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Asks the server; each row's columns joined by a space.</summary>
    public async Task<IReadOnlyList<string>> Ask(string question)
    {
        await using var connection = await Ground.Postgres.Connect(Database);
        await using var command = new NpgsqlCommand(question, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(string.Join(' ', Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)));
        }

        return rows;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await Ground.Postgres.DropDatabase(Database);

    private Script Read(GeneratedScript script)
    {
        var name = ScriptName.TryParse(script.Path, out var parsed) ? parsed : throw new ArgumentException(script.Path, nameof(script));
        return ScriptContent.TryRead(script.Path, Encoding.UTF8.GetBytes(script.Text), out var content, out var problem)
            ? new Script(Database, script.Path, name, content)
            : throw new ArgumentException(problem.Message, nameof(script));
    }
}
