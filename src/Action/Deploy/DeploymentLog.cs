using Drawbridge.GitHubAction.Follow;
using Drawbridge.GitHubAction.GitHub;

namespace Drawbridge.GitHubAction.Deploy;

/// <summary>What a deploy says while it works.</summary>
internal sealed class DeploymentLog(Surroundings surroundings) : IDisposable
{
    private readonly QuotedLog _log = new(surroundings.Output, new GitHubEnvironment(surroundings));

    /// <summary>The databases' own progress.</summary>
    public ProgressLog Progress { get; } = new(surroundings);

    /// <summary>The bucket holds the scripts.</summary>
    public Task Uploaded(int uploaded, int all) =>
        _log.Write(uploaded switch
        {
            0 => $"The bucket holds {Words.Count(all, "script")} already; none to upload.",
            _ when uploaded == all => $"Uploaded {Words.Count(all, "script")}.",
            _ => $"Uploaded {uploaded} of {Words.Count(all, "script")}; the bucket held the others.",
        });

    /// <summary>A release is in the bucket.</summary>
    public Task Released(FollowedRelease release) =>
        Progress.Say(release.Database, $"{(release.Id.IsPlan ? "plan" : "release")} {release.Id} is written, waiting for the answer");

    /// <summary>An earlier run of this commit has no answer yet.</summary>
    public Task Resumes(EarlierRelease release) =>
        _log.Write($"Release {release.Id} of this commit has no final answer yet: following it.");

    /// <summary>Whether the last release's commit is newer can't be told.</summary>
    public Task CannotCompare(EarlierRelease newest) => _log.Write(
        $"This checkout does not hold commit {newest.Commit} of release {newest.Id}, so it can't be told whether this "
        + "one is older ('fetch-depth: 0' in actions/checkout tells).");

    public void Dispose() => Progress.Dispose();
}
