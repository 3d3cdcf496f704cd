using Drawbridge.GitHubAction.GitHub.Api;
using Drawbridge.GitHubAction.Validate;

namespace Drawbridge.GitHubAction.Feedback;

/// <summary>What <c>validate</c> tells: the findings, and the fixes on their lines.</summary>
/// <param name="validation">What was found.</param>
/// <param name="folder">The migrations folder.</param>
internal sealed class ValidationMessage(Validation validation, string folder) : IPullRequestMessage
{
    public const string Command = "validate";

    public string Kind => Command;

    public IReadOnlyList<string> Configuration => [folder];

    /// <summary>What was accepted although it was found should be read, too.</summary>
    public bool IsWorthAComment => validation.Findings.Count > 0 || validation.Inspection.Accepted.Count > 0;

    public IReadOnlyList<Func<string>> Forms(PullRequestPages pages) => new ValidationComment(validation, pages).Forms;

    public Task Remark(PullRequestApi request, string commit, CancellationToken cancellationToken) =>
        new SuggestionReview(request, commit).Write(validation, cancellationToken);
}
