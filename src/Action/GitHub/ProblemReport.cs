namespace Drawbridge.GitHubAction.GitHub;

/// <summary>Shows the problem that ended a run.</summary>
internal static class ProblemReport
{
    /// <summary>An annotation on GitHub, two plain lines elsewhere.</summary>
    public static async Task Write(Problem problem, Surroundings surroundings)
    {
        var environment = new GitHubEnvironment(surroundings);
        if (environment.IsActions)
        {
            await new Annotations(surroundings.Output, environment).Write([Annotation.Of(problem)]);
        }
        else
        {
            await surroundings.Error.WriteLineAsync($"error {problem.Code}: {PlainText.Of(problem.Message)}");
            await surroundings.Error.WriteLineAsync(PlainText.Of(problem.Remedy));
        }
    }
}
