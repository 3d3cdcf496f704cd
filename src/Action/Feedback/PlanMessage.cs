using Drawbridge.GitHubAction.Deploy;
using Drawbridge.GitHubAction.Follow;
using Drawbridge.GitHubAction.GitHub.Api;

namespace Drawbridge.GitHubAction.Feedback;

/// <summary>What <c>plan</c> tells: what a deploy would find in each database.</summary>
/// <param name="asked">What was asked for.</param>
/// <param name="outcome">What was answered.</param>
internal sealed class PlanMessage(DeployRequest asked, RunOutcome outcome) : IPullRequestMessage
{
    public string Kind => "plan";

    /// <summary>One workflow may ask several environments.</summary>
    public IReadOnlyList<string> Configuration => [asked.Migrations, asked.Bucket, asked.Layout.Prefix];

    public bool IsWorthAComment =>
        outcome.Kind != OutcomeKind.Succeeded || outcome.Databases.Any(database => database.Pending > 0);

    public IReadOnlyList<Func<string>> Forms(PullRequestPages pages) => new PlanComment(asked, outcome).Forms;

    public Task Remark(PullRequestApi request, string commit, CancellationToken cancellationToken) =>
        Task.CompletedTask;
}
