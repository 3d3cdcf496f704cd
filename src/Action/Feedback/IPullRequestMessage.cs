using Drawbridge.GitHubAction.GitHub.Api;

namespace Drawbridge.GitHubAction.Feedback;

/// <summary>What a command tells a pull request.</summary>
internal interface IPullRequestMessage
{
    /// <summary>The command, which has a comment of its own.</summary>
    string Kind { get; }

    /// <summary>What tells apart several uses of the command in one workflow.</summary>
    IReadOnlyList<string> Configuration { get; }

    /// <summary>Whether there is something to read, so that a comment is made where there is none.</summary>
    bool IsWorthAComment { get; }

    /// <summary>
    /// The comment: everything, and what instead when that is too long, each shorter than the one before. Nothing in it
    /// tells one run from the next that found the same.
    /// </summary>
    IReadOnlyList<Func<string>> Forms(PullRequestPages pages);

    /// <summary>Makes remarks on the pull request's lines.</summary>
    /// <exception cref="HttpRequestException">GitHub can't be reached, or refuses.</exception>
    Task Remark(PullRequestApi request, string commit, CancellationToken cancellationToken);
}
