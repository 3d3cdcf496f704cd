using System.Text;
using Drawbridge.Manifests;
using Drawbridge.Scripts;

namespace Drawbridge.Engine.Tests;

/// <summary>A repository's folder for one database: makes releases of itself and hands out the scripts.</summary>
internal sealed class ScriptsInMemory(string database) : IScriptSource
{
    private readonly Dictionary<string, byte[]> _bytes = [];
    private readonly List<ReleaseScript> _entries = [];

    public ScriptsInMemory With(string path, string sql)
    {
        var bytes = Encoding.UTF8.GetBytes(sql);
        ScriptName.TryParse(path.Split('/')[^1], out var name).ShouldBeTrue();
        ScriptContent.TryRead(path, bytes, out var content, out _).ShouldBeTrue();
        var entry = ReleaseScript.Of(new Script(database, path, name!, content!), s3VersionId: null, DonorTool.Flyway);
        _entries.RemoveAll(other => other.Key == entry.Key);
        _entries.Add(entry);
        _bytes[entry.Key] = bytes;
        return this;
    }

    public ScriptsInMemory Without(string path)
    {
        _entries.RemoveAll(entry => entry.Key == BucketLayout.ScriptKey(database, path));
        return this;
    }

    /// <summary>What someone else wrote over the script after it was released.</summary>
    public ScriptsInMemory Replaced(string path, string sql)
    {
        _bytes[BucketLayout.ScriptKey(database, path)] = Encoding.UTF8.GetBytes(sql);
        return this;
    }

    /// <summary>Where a text stands in a script.</summary>
    public int LineOf(string path, string text)
    {
        var sql = Encoding.UTF8.GetString(_bytes[BucketLayout.ScriptKey(database, path)]);
        return sql[..sql.IndexOf(text, StringComparison.Ordinal)].Count(character => character == '\n') + 1;
    }

    public Release Release(int second, ReleaseOptions? options = null, int attempt = 1)
    {
        var time = new DateTimeOffset(2026, 11, 22, 11, 0, 0, TimeSpan.Zero).AddSeconds(second);
        return new Release(
            Manifests.Release.SchemaName,
            ReleaseId.Create(time, "1a2b3c4d5e", attempt).Text,
            database,
            ReleaseMode.Apply,
            time,
            new ReleaseSource("acme/shop", "1a2b3c4d5e", "refs/heads/main", Run: null, "octocat"),
            options ?? ReleaseOptions.Default,
            [.. _entries]);
    }

    public Task<byte[]> Read(ReleaseScript script, CancellationToken cancellationToken) => Task.FromResult(_bytes[script.Key]);
}
