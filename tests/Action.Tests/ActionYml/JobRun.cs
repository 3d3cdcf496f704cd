using Drawbridge.LocalEnvironment.GitHub;

namespace Drawbridge.GitHubAction.Tests.ActionYml;

/// <summary>What a job that uses the action has left.</summary>
/// <param name="Action">What a workflow sees: the log of all its steps, its outputs, the summary.</param>
/// <param name="Used">The actions inside that were reached.</param>
internal sealed record JobRun(ActionRun Action, IReadOnlyList<string> Used);
