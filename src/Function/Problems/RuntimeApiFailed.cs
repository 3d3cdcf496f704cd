namespace Drawbridge.LambdaFunction.Problems;

/// <summary>The platform's side of the loop failed, so this process can't go on.</summary>
internal sealed record RuntimeApiFailed(string Reason) : Problem(
    $"The Lambda runtime API can't be used: {Reason}",
    "Lambda starts a new process by itself. Elsewhere, start something that speaks this API, and name it in AWS_LAMBDA_RUNTIME_API.");
