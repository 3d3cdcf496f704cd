using Drawbridge.Problems;

namespace Drawbridge.GitHubAction.GitHub;

/// <summary>Shows the problem that ended a run.</summary>
internal static class ProblemReport
{
    /// <summary>An annotation, the summary and the output 'result' on GitHub; two plain lines elsewhere.</summary>
    public static async Task Write(Problem problem, Surroundings surroundings)
    {
        var environment = new GitHubEnvironment(surroundings);
        if (environment.IsActions)
        {
            await new Annotations(surroundings).Write([Annotation.Of(problem)]);
            await new StepSummary(environment).Append(() => AsMarkdown(problem));
            await new StepOutputs(environment).Set("result", problem is Cancelled ? "cancelled" : "failed");
        }
        else
        {
            await surroundings.Error.WriteLineAsync($"error {problem.Code}: {PlainText.Of(problem.Message)}");
            await surroundings.Error.WriteLineAsync(PlainText.Of(problem.Remedy));
        }
    }

    /// <summary>A headline, and what to do.</summary>
    public static string AsMarkdown(Problem problem) =>
        $"## {(problem is Cancelled ? "⏹️" : "❌")} Drawbridge: {Markdown.Text(problem.Message)}\n\n"
        + $"**Next step:** {Markdown.Text(problem.Remedy)} {Manual.Link(problem.Code)}\n";
}
