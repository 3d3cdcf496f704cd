using Drawbridge.GitHubAction.GitHub;
using Drawbridge.GitHubAction.GitHub.Api;
using Drawbridge.GitHubAction.Validate;

namespace Drawbridge.GitHubAction.Feedback;

/// <summary>Puts fixes on the lines of a pull request, each once, all as one review.</summary>
/// <param name="request">The pull request.</param>
/// <param name="commit">Its last commit.</param>
internal sealed class SuggestionReview(PullRequestApi request, string commit)
{
    /// <summary>More at once would be noise; those that are left come with the next push.</summary>
    private const int Most = 20;

    private static readonly string Mark = HiddenMark.Of("suggestions");

    /// <summary>Suggests what was not suggested yet.</summary>
    /// <exception cref="HttpRequestException">GitHub can't be reached, or refuses.</exception>
    public async Task Write(Validation validation, CancellationToken cancellationToken)
    {
        var suggestions = Suggestions(validation).ToList();
        if (suggestions.Count == 0)
        {
            return;
        }

        var files = (await request.Files(cancellationToken)).ToDictionary(file => file.Path, StringComparer.Ordinal);
        var possible = suggestions.Where(suggestion => files.GetValueOrDefault(suggestion.Path) is { } file
            && file.ObjectId == validation.ObjectIds.GetValueOrDefault(suggestion.Path)
            && Hunks.In(file.Patch ?? "").Any(hunk => hunk.Contains(suggestion.Range))).ToList();
        if (possible.Count > 0)
        {
            await Suggest(possible, cancellationToken);
        }
    }

    private static IEnumerable<Suggestion> Suggestions(Validation validation) =>
        from finding in validation.Findings
        let fix = finding.Fix
        where fix is not null
        let text = string.Join('\n', fix.Lines)
        group (finding, fix) by (finding.Path, fix.FirstLine, fix.LastLine, text) into same
        let suggestion = new Suggestion(same.Key.Path, same.First().fix, [.. same.Select(pair => pair.finding)])
        where suggestion.IsPlain
        select suggestion;

    private async Task Suggest(List<Suggestion> possible, CancellationToken cancellationToken)
    {
        var comments = (await request.LineComments(cancellationToken)).FindAll(comment => !comment.IsOutdated);
        var own = new OwnComments(request);
        var fresh = new List<LineComment>();
        foreach (var suggestion in possible)
        {
            var made = await own.With(suggestion.Mark, comments, cancellationToken);
            if (made.Count == 0 && suggestion.ToComment() is { Body.Length: <= StickyComment.Limit } comment)
            {
                fresh.Add(comment);
            }
        }

        if (fresh.Count > 0)
        {
            var body = $"{Mark}\nDrawbridge can put {Words.Count(Math.Min(Most, fresh.Count), "place")} right.";
            await request.Review(commit, body, fresh.Take(Most), cancellationToken);
        }
    }
}
