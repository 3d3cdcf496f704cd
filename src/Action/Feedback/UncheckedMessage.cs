using Drawbridge.GitHubAction.GitHub;
using Drawbridge.GitHubAction.GitHub.Api;

namespace Drawbridge.GitHubAction.Feedback;

/// <summary>
/// That <c>validate</c> could not look, instead of what it found in an earlier commit. Nobody gets a comment for that
/// alone: the check is red and says why.
/// </summary>
/// <param name="problem">Why it could not.</param>
/// <param name="folder">The migrations folder.</param>
internal sealed class UncheckedMessage(Problem problem, string folder) : IPullRequestMessage
{
    public string Kind => ValidationMessage.Command;

    public IReadOnlyList<string> Configuration => [folder];

    public bool IsWorthAComment => false;

    public IReadOnlyList<Func<string>> Forms(PullRequestPages pages) =>
        [() => ProblemReport.AsMarkdown(problem) + "\nWhat was found in an earlier commit is not shown any more.\n"];

    public Task Remark(PullRequestApi request, string commit, CancellationToken cancellationToken) =>
        Task.CompletedTask;
}
