namespace Drawbridge.GitHubAction.Problems;

/// <summary>The function ran and ended in an error.</summary>
/// <param name="Function">Its name or ARN.</param>
/// <param name="Reason">As Lambda passes it on.</param>
internal sealed record FunctionFailed(string Function, string Reason) : Problem(
    $"The function '{Function}' failed before it could answer: {Reason}.",
    "Look at its log group. If it timed out, raise its timeout to 900 s; if it did not start, compare its handler, runtime "
    + "and architecture with what the zip was made for, and deploy the zip again.");
