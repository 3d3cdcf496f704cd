namespace Drawbridge.GitHubAction.GitHub;

/// <summary>
/// Writes step outputs into the file that the runner reads; outside GitHub Actions it writes nothing.
/// </summary>
internal sealed class StepOutputs(GitHubEnvironment environment)
{
    /// <summary>Sets one output. A delimiter that nobody can guess keeps a value from setting another one.</summary>
    public async Task Set(string name, string value)
    {
        if (environment.OutputPath is { } path)
        {
            var delimiter = $"ghadelimiter_{Guid.NewGuid()}";
            await File.AppendAllTextAsync(path, $"{name}<<{delimiter}\n{value}\n{delimiter}\n");
        }
    }
}
