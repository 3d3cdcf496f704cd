namespace Drawbridge.GitHubAction.Problems;

/// <summary>The credentials may not invoke the function.</summary>
/// <param name="Function">Its name or ARN.</param>
/// <param name="Answer">Lambda's own code.</param>
internal sealed record FunctionDenied(string Function, string Answer) : Problem(
    $"Lambda refused to invoke the function '{Function}': {Answer}.",
    "Allow the role of this job 'lambda:InvokeFunction' on the function, and check that its credentials have not expired. "
    + "Whoever has that right can only ask: the function applies nothing that is not in the bucket.");
