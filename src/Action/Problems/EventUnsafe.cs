namespace Drawbridge.GitHubAction.Problems;

/// <summary>The event gives a stranger's pull request the rights of the repository.</summary>
internal sealed record EventUnsafe() : Problem(
    "'auto' refuses the event 'pull_request_target': it gives a pull request, from a fork too, the secrets and the "
    + "token of this repository, and checks out the base branch, so that nothing of the pull "
    + "request would be checked.",
    "Use 'on: pull_request'. 'validate' needs no secrets, so it works for forks.");
