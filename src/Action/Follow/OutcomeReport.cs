using Drawbridge.GitHubAction.GitHub;

namespace Drawbridge.GitHubAction.Follow;

/// <summary>Tells a run's end everywhere it is looked for: annotations, job summary, step outputs.</summary>
internal sealed class OutcomeReport(Surroundings surroundings)
{
    private readonly GitHubEnvironment _environment = new(surroundings);

    /// <summary>Writes all of it.</summary>
    public async Task Write(RunHeadline headline, RunOutcome outcome)
    {
        var annotations = new OutcomeAnnotations(headline.Places).Of(outcome);
        await new Annotations(surroundings).Write(annotations);
        var summary = new OutcomeSummary(headline, outcome);
        await new StepSummary(_environment).Append(summary.Whole, summary.WithoutScripts, summary.Short);
        await new OutcomeOutputs(new StepOutputs(_environment)).Set(outcome, headline.Release);
        foreach (var database in outcome.Databases.Where(database => database.Kind == OutcomeKind.NotStarted && database.Problem is null))
        {
            await surroundings.Output.WriteLineAsync(
                $"{database.Database}: not started, because the root database did not succeed");
        }
    }
}
