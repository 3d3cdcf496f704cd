namespace Drawbridge.GitHubAction.Problems;

/// <summary>No command is sure to be meant. Doing nothing would be a green check after nothing ran.</summary>
internal sealed record EventUnsuited(string Message, string Remedy) : Problem(Message, Remedy)
{
    /// <summary>This is no workflow.</summary>
    public static EventUnsuited None { get; } = new(
        "'auto' goes by the event of a GitHub workflow, and there is none here.",
        "Say which command: 'drawbridge validate --base origin/main' checks what you have; 'drawbridge --help' lists "
        + "them all.");

    /// <summary>A push, but not to the default branch.</summary>
    public static EventUnsuited Push(string gitRef, string defaultBranch) => new(
        $"'auto' ships pushes to the default branch '{defaultBranch}', and this one is to '{gitRef}'.",
        $"Let the workflow run 'on: push: branches: [{defaultBranch}]', or set the input 'command' to 'validate' or "
        + "'deploy'.");

    /// <summary>An event that can mean anything.</summary>
    public static EventUnsuited Other(string name) => new(
        $"The event '{name}' does not say whether to check or to ship.",
        "Set the input 'command': 'validate', 'plan', 'deploy', 'undo', 'status' or 'doctor'.");
}
