using Drawbridge.Configuration;
using Drawbridge.Engine;
using Drawbridge.Manifests;
using Drawbridge.Scripts;

namespace Drawbridge.GitHubAction.Apply;

/// <summary>The scripts of a folder on this machine, read once: what was checked is what runs.</summary>
/// <param name="scripts">Each with its file's bytes.</param>
/// <param name="settings">What <c>drawbridge.yml</c> says of their databases.</param>
internal sealed class LocalScripts(IReadOnlyList<(Script Script, byte[] Bytes)> scripts, ProjectSettings settings) : IScriptSource
{
    private readonly Dictionary<string, byte[]> _bytes = scripts.ToDictionary(
        file => BucketLayout.ScriptKey(file.Script.Database, file.Script.Path), file => file.Bytes);

    /// <summary>What <c>drawbridge.yml</c> says of their databases.</summary>
    public ProjectSettings Settings => settings;

    /// <summary>All of them.</summary>
    public IReadOnlyCollection<Script> All { get; } = [.. scripts.Select(file => file.Script)];

    /// <summary>The databases that have scripts, by name.</summary>
    public IReadOnlyList<string> Databases { get; } =
        [.. scripts.Select(file => file.Script.Database).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>How one database's scripts are to be applied.</summary>
    public ReleaseOptions Options(string database) => settings.OptionsOf(database, ReleaseOptions.Default);

    /// <summary>What is declared of one database's scripts; null for nothing.</summary>
    public IReadOnlyList<ReleaseMark>? Marks(string database) => settings.MarksOf(database);

    /// <summary>One database's scripts as a release names them.</summary>
    public IReadOnlyList<ReleaseScript> Of(string database) =>
        [.. scripts.Select(file => file.Script)
            .Where(script => script.Database == database)
            .Order(ScriptOrder.Instance)
            .Select(script => ReleaseScript.Of(script, s3VersionId: null, settings.AdoptOf(database)))];

    public Task<byte[]> Read(ReleaseScript script, CancellationToken cancellationToken) =>
        Task.FromResult(_bytes[script.Key]);
}
