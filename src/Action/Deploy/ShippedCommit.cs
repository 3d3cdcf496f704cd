using Drawbridge.Configuration;
using Drawbridge.GitHubAction.Follow;
using Drawbridge.GitHubAction.Problems;
using Drawbridge.Manifests;

namespace Drawbridge.GitHubAction.Deploy;

/// <summary>What is shipped.</summary>
/// <param name="Source">Where it comes from.</param>
/// <param name="Settings">What it says of its databases.</param>
/// <param name="Files">All scripts of all databases, in the order in which they run.</param>
internal sealed record ShippedCommit(ReleaseSource Source, ProjectSettings Settings, IReadOnlyList<ShippedFile> Files)
{
    /// <summary>Those that it has scripts for.</summary>
    public IEnumerable<string> Databases => Files.Select(file => file.Script.Database).Distinct();

    /// <summary>What a run with it is about.</summary>
    public RunHeadline Headline(DeployRequest request, ReleaseId id, TimeSpan took) => new(
        $"{Source.Repository} at {ShortCommit.Of(Source.Commit)}",
        $"{request.Where}",
        id.Text,
        took,
        ScriptPlaces.Below(request.Migrations, [.. Files.Select(file => file.Script)], Settings))
    {
        Mode = request.Mode,
    };

    /// <summary>What is asked of each database.</summary>
    /// <param name="request">How.</param>
    /// <param name="id">The same for all.</param>
    /// <param name="now">When.</param>
    /// <param name="scripts">The files as a release names them, in their order.</param>
    public IReadOnlyList<Release> Releases(
        DeployRequest request, ReleaseId id, DateTimeOffset now, IEnumerable<ReleaseScript> scripts) =>
        [.. Files.Zip(scripts)
            .GroupBy(pair => pair.First.Script.Database, pair => pair.Second)
            .Select(group => new Release(
                Release.SchemaName,
                id.Text,
                group.Key,
                request.Mode,
                now,
                Source,
                Settings.OptionsOf(group.Key, request.Options),
                [.. group])
            {
                Target = request.Target,
                Marks = Settings.MarksOf(group.Key),
            })];

    /// <summary>The same with the scripts of one database only.</summary>
    /// <exception cref="DrawbridgeException">It has none.</exception>
    public ShippedCommit Only(string database)
    {
        var files = Files.Where(file => file.Script.Database == database).ToList();
        return files.Count > 0
            ? this with { Files = files }
            : throw new DrawbridgeException(new DatabaseUnknown(database, string.Join(", ", Databases)));
    }
}
