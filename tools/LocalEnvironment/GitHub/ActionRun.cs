namespace Drawbridge.LocalEnvironment.GitHub;

/// <summary>What one run of the action has left.</summary>
/// <param name="ExitCode">0 fine, 1 refused or failed, 2 misused, 3 no answer in time.</param>
/// <param name="Log">What GitHub's log shows, line by line.</param>
/// <param name="Annotations">What GitHub shows beside the code.</param>
/// <param name="Outputs">The step's outputs.</param>
/// <param name="Summary">The job summary, in Markdown.</param>
public sealed record ActionRun(
    int ExitCode,
    IReadOnlyList<LogLine> Log,
    IReadOnlyList<Annotation> Annotations,
    IReadOnlyDictionary<string, string> Outputs,
    string Summary)
{
    /// <summary>The whole log, for the message of a check that fails.</summary>
    public string Text => string.Join('\n', [$"exit code {ExitCode}", .. Log.Select(line => line.Text)]);
}
