using Drawbridge.GitHubAction.GitHub;
using Drawbridge.GitHubAction.GitHub.Api;
using Drawbridge.Rules.Changes;

namespace Drawbridge.GitHubAction.Validate;

/// <summary>
/// Finds out what other open pull requests add to the migrations folder. It is a courtesy: without a token that may read
/// them, or without GitHub, the check goes on and says what it could not see.
/// </summary>
internal sealed class SiblingReader(GitHubEnvironment environment, GitHubEvent trigger, string folder)
{
    /// <summary>The files, and why there are none when it could not ask.</summary>
    public async Task<(IReadOnlyList<SiblingFile> Files, string? Complaint)> Read(
        TimeProvider time, CancellationToken cancellationToken)
    {
        if (trigger is not { PullRequest: { } own, PullRequestBranch: { } branch }
            || environment is not { GraphQlAddress: { } api, Token: { } token, Repository: { } repository })
        {
            return ([], null);
        }

        try
        {
            using var client = new GitHubClient(token, time);
            var added = await new PullRequestFiles(client, api, repository).Read(branch, cancellationToken);
            return ([.. added.Where(file => file.PullRequest != own).Select(SiblingOf).OfType<SiblingFile>()], null);
        }
        catch (HttpRequestException failure)
        {
            return ([], failure.Message);
        }
    }

    private SiblingFile? SiblingOf(AddedFile added)
    {
        var beginning = folder.Length == 0 ? "" : $"{folder}/";
        return added.Path.StartsWith(beginning, StringComparison.Ordinal) && added.Path.Length > beginning.Length
            ? new SiblingFile(added.PullRequest, new MigrationFile(new MigrationPath(folder, added.Path[beginning.Length..])))
            : null;
    }
}
