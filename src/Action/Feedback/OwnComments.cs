using Drawbridge.GitHubAction.GitHub.Api;

namespace Drawbridge.GitHubAction.Feedback;

/// <summary>
/// Tells the program's own comments from those of people, who may quote a mark: its own begin with the mark and are
/// written by an app, whichever it was that day, or by the account that the token stands for.
/// </summary>
internal sealed class OwnComments(PullRequestApi request)
{
    private string? _login;

    /// <summary>Those with a mark, in their order.</summary>
    public async Task<IReadOnlyList<Comment>> With(
        string mark, IEnumerable<Comment> comments, CancellationToken cancellationToken)
    {
        var own = new List<Comment>();
        foreach (var comment in comments.Where(comment => comment.Body.StartsWith(mark, StringComparison.Ordinal)))
        {
            if (comment.Author is { } author && (author.IsBot || author.Login == await Login(cancellationToken)))
            {
                own.Add(comment);
            }
        }

        return own;
    }

    private async Task<string> Login(CancellationToken cancellationToken) =>
        _login ??= await request.TryGetLogin(cancellationToken) ?? "";
}
