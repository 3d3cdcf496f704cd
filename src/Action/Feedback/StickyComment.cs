using Drawbridge.GitHubAction.GitHub.Api;

namespace Drawbridge.GitHubAction.Feedback;

/// <summary>The one comment below a pull request that is rewritten as things change.</summary>
/// <param name="request">The pull request.</param>
/// <param name="mark">What the comment begins with, and no other.</param>
internal sealed class StickyComment(PullRequestApi request, string mark)
{
    /// <summary>GitHub's limit for a comment, in characters.</summary>
    public const int Limit = 65536;

    /// <summary>Shows something in it.</summary>
    /// <param name="forms">What to show, and what instead of too much, each shorter than the one before.</param>
    /// <param name="isWorthOne">
    /// Whether it is to be made when it is not there: nobody wants to read that nothing was found.
    /// </param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Its address; null when there is none.</returns>
    /// <exception cref="HttpRequestException">GitHub can't be reached, or refuses.</exception>
    public async Task<string?> Show(
        IReadOnlyList<Func<string>> forms, bool isWorthOne, CancellationToken cancellationToken)
    {
        var comments = await request.Comments(cancellationToken);
        var own = await new OwnComments(request).With(mark, comments, cancellationToken);
        if (own.Count == 0 && !isWorthOne)
        {
            return null;
        }

        var body = forms.Select(form => $"{mark}\n{form()}".TrimEnd()).First(text => text.Length <= Limit);
        var shown = own.Count == 0
            ? await request.Comment(body, cancellationToken)
            : await Update(own[0], body, cancellationToken);
        // Two runs at once may each have made one.
        foreach (var extra in own.Skip(1))
        {
            await request.Delete(extra, cancellationToken);
        }

        return shown.Address;
    }

    private async Task<Comment> Update(Comment comment, string body, CancellationToken cancellationToken) =>
        comment.Body.ReplaceLineEndings("\n").TrimEnd() == body
            ? comment
            : await request.Edit(comment, body, cancellationToken);
}
