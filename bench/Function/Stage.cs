using System.Text;
using Drawbridge.Manifests;
using Drawbridge.Scripts;
using Npgsql;

namespace Drawbridge.Bench.Function;

/// <summary>A fresh database, and its scripts and releases in the bucket of a site.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private const string Commit = "be7c4be7c4be7c4be7c4be7c4be7c4be7c4be7c4";
    private static readonly BucketLayout Layout = BucketLayout.At("");

    private readonly Site _site;
    private readonly List<Script> _scripts = [];
    private DateTimeOffset _time = DateTimeOffset.UtcNow;

    private Stage(Site site, string database) => (_site, Database) = (site, database);

    public string Database { get; }

    public static async Task<Stage> Set(Site site) => new(site, await site.Server.CreateDatabase("bench"));

    /// <summary>Puts one more script into the bucket. Nobody is told.</summary>
    public void Add(string text)
    {
        var path = $"{_scripts.Count + 1:00000}_step.sql";
        if (!ScriptName.TryParse(path, out var name)
            || !ScriptContent.TryRead(path, Encoding.UTF8.GetBytes(text), out var content, out _))
        {
            throw new InvalidOperationException($"'{path}' is no script.");
        }

        _scripts.Add(new Script(Database, path, name, content));
        _site.Aws.Put(Site.Bucket, BucketLayout.ScriptKey(Database, path), text);
    }

    /// <summary>Releases all scripts there are.</summary>
    public Release Release()
    {
        _time += TimeSpan.FromSeconds(1);
        var release = new Release(
            Manifests.Release.SchemaName,
            ReleaseId.Create(_time, Commit, attempt: 1).Text,
            Database,
            ReleaseMode.Apply,
            _time,
            new ReleaseSource("acme/bench", Commit, "refs/heads/main", Run: null, Actor: "bench"),
            ReleaseOptions.Default,
            [.. _scripts.Select(script => ReleaseScript.Of(script, s3VersionId: null))]);
        _site.Aws.Put(Site.Bucket, KeyOf(ManifestKind.Release, release), ReleaseJson.Write(release));
        return release;
    }

    /// <summary>What became of a release; it must have ended well.</summary>
    public Result ResultOf(Release release) =>
        _site.Aws.Objects(Site.Bucket, KeyOf(ManifestKind.Result, release)) is [var stored]
        && ResultJson.TryRead(stored.Content.Span) is { Status: ResultStatus.Succeeded } result
            ? result
            : throw new InvalidOperationException($"'{release.Id}' did not end well.");

    /// <summary>When the server ran the statement of a script made by <see cref="Clock"/>.</summary>
    public async Task<DateTimeOffset> TimeOf(int step)
    {
        await using var connection = await _site.Server.Connect(Database);
        await using var command = new NpgsqlCommand("SELECT at FROM clock WHERE step = $1", connection) { Parameters = { new() { Value = step } } };
        return new DateTimeOffset((DateTime)(await command.ExecuteScalarAsync())!);
    }

    /// <summary>A script whose first statement notes the time.</summary>
    public static string Clock(int step) => step == 1
        ? "CREATE TABLE clock AS SELECT 1 AS step, clock_timestamp() AS at;\n"
        : $"INSERT INTO clock VALUES ({step}, clock_timestamp());\n";

    public async ValueTask DisposeAsync() => await _site.Server.DropDatabase(Database);

    private static string KeyOf(ManifestKind kind, Release release) => ReleaseId.TryParse(release.Id, out var id)
        ? Layout.Of(kind, id, release.Database)
        : throw new InvalidOperationException(release.Id);
}
