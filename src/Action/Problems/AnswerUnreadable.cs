namespace Drawbridge.GitHubAction.Problems;

/// <summary>The function answered something else than a doctor's report.</summary>
internal sealed record AnswerUnreadable(string Function) : Problem(
    $"What the function '{Function}' answered is no report that this version of the action knows.",
    "Check that it is Drawbridge's function, and bring function and action to the same version.");
