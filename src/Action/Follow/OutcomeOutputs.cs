using System.Text.Json;
using Drawbridge.GitHubAction.GitHub;

namespace Drawbridge.GitHubAction.Follow;

/// <summary>What later steps of the workflow learn of a run.</summary>
internal sealed class OutcomeOutputs(StepOutputs outputs)
{
    /// <summary>Every output of a run, as <c>action.yml</c> declares them.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["result", "release", "applied-count", "pending-count", "failed-count", "databases"];

    /// <summary>Sets them all.</summary>
    public async Task Set(RunOutcome outcome, string release)
    {
        string[] values =
        [
            KebabCase.Of(outcome.Kind),
            release,
            $"{outcome.Databases.Sum(database => database.Applied)}",
            $"{outcome.Databases.Sum(database => database.Pending)}",
            $"{outcome.Databases.Sum(database => database.Failed)}",
            JsonSerializer.Serialize(
                [.. outcome.Databases.Select(DatabaseOutput.Of)],
                DatabaseOutputJson.Default.IReadOnlyListDatabaseOutput),
        ];
        foreach (var (name, value) in Names.Zip(values))
        {
            await outputs.Set(name, value);
        }
    }

    /// <summary>A run that was cancelled knows its release at most.</summary>
    public Task SetRelease(string release) => outputs.Set(Names[1], release);
}
