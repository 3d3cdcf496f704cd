using Amazon.S3;
using Drawbridge.Bucket;
using Drawbridge.GitHubAction.Deploy;
using Drawbridge.GitHubAction.GitHub;
using Drawbridge.GitHubAction.Problems;

namespace Drawbridge.GitHubAction.Promotion;

/// <summary>
/// Tells what the environment before holds, before a commit is shipped to this one. It only warns: who deploys a hotfix
/// while the environment before is broken must be able to, and whether a job waits for another is the workflow's.
/// </summary>
internal sealed class PromotionCheck(Surroundings surroundings, IAmazonS3 s3, BucketPlace previous)
{
    private readonly GitHubEnvironment _environment = new(surroundings);

    /// <summary>Looks, and says it in the log and the job summary.</summary>
    public async Task Tell(ShippedCommit commit, DeployRequest request, CancellationToken cancellationToken)
    {
        var (held, problem) = await Look(commit, request, cancellationToken);
        if (held is not null)
        {
            await new QuotedLog(surroundings.Output, _environment).Write(Sentence(held));
        }

        if (problem is not null)
        {
            var warning = Annotation.Of(problem) with { Level = AnnotationLevel.Warning };
            await new Annotations(surroundings).Write([warning]);
        }

        await new StepSummary(_environment).Append(() => Summary(held, problem));
    }

    private async Task<(PreviousRelease? Held, Problem? Problem)> Look(
        ShippedCommit commit, DeployRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var bucket = new MigrationBucket(s3, previous.Bucket);
            var shelf = await ReleaseShelf.Look(bucket, previous.Layout, cancellationToken);
            if (await shelf.Newest(cancellationToken) is not { } newest)
            {
                return (null, NotPromoted.For(commit.Source.Commit, previous, "it holds no release"));
            }

            var held = await PreviousRelease.Of(shelf, newest, cancellationToken);
            var objection = newest.Commit == commit.Source.Commit
                ? held.Objection(commit.Databases)
                : await Overtaken(shelf, held, commit.Source.Commit, request, cancellationToken);
            return (held, objection is null ? null : NotPromoted.For(commit.Source.Commit, previous, objection));
        }
        catch (DrawbridgeException exception)
        {
            return (null, new PreviousUnreadable($"{previous}", exception.Problem.Message, exception.Problem.Remedy));
        }
    }

    /// <summary>Another commit is there; this one may have been before, while somebody took time to approve.</summary>
    private static async Task<string> Overtaken(
        ReleaseShelf shelf,
        PreviousRelease held,
        string commit,
        DeployRequest request,
        CancellationToken cancellationToken)
    {
        var before = await shelf.NewestOf(commit, request, cancellationToken) is { } earlier
            ? $"; before that it held {await PreviousRelease.Of(shelf, earlier, cancellationToken)}"
            : "";
        return $"its newest release '{held.Release.Id}' ships commit '{held.Release.Commit}'{before}";
    }

    private string Sentence(PreviousRelease held) => $"The environment before ({previous}) holds {held}.";

    private string Summary(PreviousRelease? held, Problem? problem)
    {
        var sentence = held is null ? "" : $"{(problem is null ? "✅ " : "")}{Markdown.Text(Sentence(held))}\n\n";
        var warning = problem is null
            ? ""
            : $"⚠️ **{Markdown.Text(problem.Code)}** {Markdown.Text($"{problem.Message} {problem.Remedy}")}\n\n";
        return sentence + warning;
    }
}
