using Drawbridge.GitHubAction.Follow;
using Drawbridge.GitHubAction.GitHub;

namespace Drawbridge.GitHubAction.Doctor;

/// <summary>What a command says that waited in vain and knows the function: what the function itself says.</summary>
/// <param name="surroundings">Where to tell it.</param>
/// <param name="function">Null when nobody says which it is.</param>
internal sealed class Consultation(Surroundings surroundings, string? function)
{
    private readonly QuotedLog _log = new(surroundings.Output, new GitHubEnvironment(surroundings));

    /// <summary>Asks and tells, when a database gave no result. Being told nothing is no further failure.</summary>
    public async Task After(RunOutcome outcome, CancellationToken cancellationToken)
    {
        if (function is null || outcome.Databases.All(database => database.Kind != OutcomeKind.NoResult))
        {
            return;
        }

        await _log.Write($"No result came, so the function '{function}' is asked itself:");
        try
        {
            var report = await new FunctionDoctor(function, FunctionDoctor.LongestPatience).Ask(cancellationToken);
            await new DoctorView(surroundings).Show(report);
        }
        catch (DrawbridgeException exception)
        {
            await _log.Write($"{exception.Problem.Code}: {exception.Problem.Message}", exception.Problem.Remedy);
        }
    }
}
