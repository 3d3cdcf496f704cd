using System.Net;
using Drawbridge.GitHubAction.GitHub;
using Drawbridge.GitHubAction.GitHub.Api;

namespace Drawbridge.GitHubAction.Feedback;

/// <summary>
/// Tells a pull request how a check went. It is a courtesy: whatever keeps it from that is said, and changes nothing
/// about the check.
/// </summary>
internal sealed class PullRequestFeedback(Surroundings surroundings)
{
    /// <summary>How long a check may wait for what it does not depend on.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    private readonly GitHubEnvironment _environment = new(surroundings);

    /// <summary>Writes the comment, the output with its address, and what else there is to tell.</summary>
    /// <param name="message">What to tell; nothing is told where there is no pull request.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task Write(IPullRequestMessage message, CancellationToken cancellationToken)
    {
        var trigger = await GitHubEvent.Read(_environment, cancellationToken);
        if (trigger is not { Name: "pull_request", PullRequest: { } number }
            || _environment is not
            { ApiAddress: { } api, Token: { } token, Repository: { } repository, Server: { } server })
        {
            return;
        }

        using var client = new GitHubClient(token, surroundings.Time);
        using var patience = new CancellationTokenSource(Patience, surroundings.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        var request = new PullRequestApi(client, api, repository, number);
        try
        {
            await Comment(message, request, new PullRequestPages(server, repository, number), either.Token);
            if (trigger.PullRequestHead is { } head)
            {
                await message.Remark(request, head, either.Token);
            }
        }
        catch (HttpRequestException failure)
        {
            await Complain(failure, trigger.IsFromFork);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            var failure = new HttpRequestException($"GitHub took longer than {Words.Duration(Patience)}.");
            await Complain(failure, trigger.IsFromFork);
        }
    }

    private async Task Comment(
        IPullRequestMessage message,
        PullRequestApi request,
        PullRequestPages pages,
        CancellationToken cancellationToken)
    {
        var mark = HiddenMark.Of(message.Kind, [_environment.Workflow ?? "", .. message.Configuration]);
        var address = await new StickyComment(request, mark).Show(
            message.Forms(pages), message.IsWorthAComment, cancellationToken);
        if (address is not null)
        {
            await new StepOutputs(_environment).Set("comment-url", address);
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
        var reason = PlainText.Of(failure.Message.TrimEnd('.'));
        var message = $"The pull request was not told: {reason}. The check does not depend on it. {advice}";
        return new Annotations(surroundings).Write(
            [new Annotation(AnnotationLevel.Notice, "comment-missing", message)]);
    }
}
