using System.Text;
using Drawbridge.LocalAws;
using Drawbridge.LocalEnvironment;
using Drawbridge.Manifests;
using Drawbridge.Scripts;
using Npgsql;

namespace Drawbridge.Bench.Function;

/// <summary>A bucket with a runtime API, and a fresh database: what one process of the function meets.</summary>
internal sealed class Stage : IAsyncDisposable
{
    public const string Bucket = "drawbridge";
    private const string Commit = "be7c4be7c4be7c4be7c4be7c4be7c4be7c4be7c4";
    private static readonly BucketLayout Layout = BucketLayout.At("");

    private readonly List<Script> _scripts = [];
    private DateTimeOffset _time = DateTimeOffset.UtcNow;

    private Stage(LocalPostgres server, LocalAwsServer aws, string database) =>
        (Server, Aws, Database) = (server, aws, database);

    public LocalPostgres Server { get; }

    public LocalAwsServer Aws { get; }

    public string Database { get; }

    /// <summary>What the function is told about its world.</summary>
    public IReadOnlyDictionary<string, string> Variables => new Dictionary<string, string>(Aws.ClientVariables)
    {
        ["AWS_LAMBDA_RUNTIME_API"] = Aws.RuntimeApi,
        ["AWS_LAMBDA_FUNCTION_NAME"] = "drawbridge",
        ["AWS_LAMBDA_FUNCTION_VERSION"] = "$LATEST",
        ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = "1024",
        ["BUCKET"] = Bucket,
        ["DATABASE"] = Server.Url("DB_NAME"),
        ["ROOT_DATABASE"] = "postgres",
    };

    public static async Task<Stage> Set(LocalPostgres server)
    {
        var options = new LocalAwsOptions { Buckets = [Bucket], SendTestEvent = false };
        return new Stage(server, await LocalAwsServer.Start(options), await server.CreateDatabase("bench"));
    }

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
        Aws.Put(Bucket, BucketLayout.ScriptKey(Database, path), text);
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
        Aws.Put(Bucket, KeyOf(ManifestKind.Release, release), ReleaseJson.Write(release));
        return release;
    }

    /// <summary>What became of a release; it must have ended well.</summary>
    public Result ResultOf(Release release) =>
        Aws.Objects(Bucket, KeyOf(ManifestKind.Result, release)) is [var stored]
        && ResultJson.TryRead(stored.Content.Span) is { Status: ResultStatus.Succeeded } result
            ? result
            : throw new InvalidOperationException($"'{release.Id}' did not end well.");

    /// <summary>When the server ran the statement of a script made by <see cref="Clock"/>.</summary>
    public async Task<DateTimeOffset> TimeOf(int step)
    {
        await using var connection = await Server.Connect(Database);
        await using var command = new NpgsqlCommand("SELECT at FROM clock WHERE step = $1", connection) { Parameters = { new() { Value = step } } };
        return new DateTimeOffset((DateTime)(await command.ExecuteScalarAsync())!);
    }

    /// <summary>A script whose first statement notes the time.</summary>
    public static string Clock(int step) => step == 1
        ? "CREATE TABLE clock AS SELECT 1 AS step, clock_timestamp() AS at;\n"
        : $"INSERT INTO clock VALUES ({step}, clock_timestamp());\n";

    public async ValueTask DisposeAsync()
    {
        await Aws.DisposeAsync();
        await Server.DropDatabase(Database);
    }

    private static string KeyOf(ManifestKind kind, Release release) => ReleaseId.TryParse(release.Id, out var id)
        ? Layout.Of(kind, id, release.Database)
        : throw new InvalidOperationException(release.Id);
}
