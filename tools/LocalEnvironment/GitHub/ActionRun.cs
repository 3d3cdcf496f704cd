namespace Drawbridge.LocalEnvironment.GitHub;

/// <summary>What one run of the action has left.</summary>
/// <param name="ExitCode">0 fine, 1 refused or failed, 2 misused, 3 no answer in time.</param>
/// <param name="Output">Standard output: the log, with workflow commands in it.</param>
/// <param name="Error">Standard error.</param>
/// <param name="Outputs">The step's outputs.</param>
/// <param name="Summary">The job summary, in Markdown.</param>
public sealed record ActionRun(int ExitCode, string Output, string Error, IReadOnlyDictionary<string, string> Outputs, string Summary)
{
    /// <summary>The annotations: the lines of the log that GitHub shows beside the code.</summary>
    public IReadOnlyList<string> Annotations { get; } =
        [.. Output.Split('\n').Where(line =>
            line.StartsWith("::error", StringComparison.Ordinal) || line.StartsWith("::warning", StringComparison.Ordinal))];
}
