using System.Net;
using Drawbridge.GitHubAction.GitHub;
using Drawbridge.GitHubAction.GitHub.Api;
using Drawbridge.GitHubAction.Validate;

namespace Drawbridge.GitHubAction.Feedback;

/// <summary>
/// Tells a pull request what was found: in one comment, and on its lines. It is a courtesy: whatever keeps it from that is
/// said, and changes nothing about the check.
/// </summary>
internal sealed class PullRequestFeedback(Surroundings surroundings)
{
    /// <summary>How long a check may wait for what it does not depend on.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    private readonly GitHubEnvironment _environment = new(surroundings);

    /// <summary>Writes all of it, and the output with the comment's address.</summary>
    /// <param name="validation">What was found.</param>
    /// <param name="folder">The migrations folder, which tells configurations of one repository apart.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task Write(Validation validation, string folder, CancellationToken cancellationToken)
    {
        var trigger = await GitHubEvent.Read(_environment, cancellationToken);
        if (trigger is not { Name: "pull_request", PullRequest: { } number }
            || _environment is not { ApiAddress: { } api, Token: { } token, Repository: { } repository, Server: { } server })
        {
            return;
        }

        using var client = new GitHubClient(token, surroundings.Time);
        var request = new PullRequestApi(client, api, repository, number);
        var sticky = new StickyComment(request, HiddenMark.Of("validate", _environment.Workflow ?? "", folder));
        var comment = new ValidationComment(validation, new PullRequestPages(server, repository, number));
        using var patience = new CancellationTokenSource(Patience, surroundings.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            if (await sticky.Show(comment.Forms, comment.SaysSomething, either.Token) is { } address)
            {
                await new StepOutputs(_environment).Set("comment-url", address);
            }

            if (trigger.PullRequestHead is { } head)
            {
                await new SuggestionReview(request, head).Write(validation, either.Token);
            }
        }
        catch (HttpRequestException failure)
        {
            await Complain(failure, trigger.IsFromFork);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            await Complain(new HttpRequestException($"GitHub took longer than {Words.Duration(Patience)}."), trigger.IsFromFork);
        }
    }

    /// <summary>GitHub says 404 for what a token may not even see.</summary>
    private Task Complain(HttpRequestException failure, bool isFromFork)
    {
        var advice = failure.StatusCode switch
        {
            HttpStatusCode.Forbidden or HttpStatusCode.NotFound when isFromFork =>
                "Pull requests from forks get a token that can only read, so this is as it should be.",
            HttpStatusCode.Forbidden or HttpStatusCode.NotFound => PermissionAdvice.Text,
            HttpStatusCode.Unauthorized => "Look at the input 'token'.",
            _ => "The next run tries again.",
        };
        var message = $"{PlainText.Of($"The pull request was not told: {failure.Message.TrimEnd('.')}.")} The check does not depend on it. {advice}";
        return new Annotations(surroundings.Output, _environment).Write([new Annotation(AnnotationLevel.Notice, "comment-missing", message)]);
    }
}
