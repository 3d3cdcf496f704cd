namespace Drawbridge.GitHubAction.Problems;

/// <summary>Lambda itself gave no usable answer.</summary>
/// <param name="Function">Its name or ARN.</param>
/// <param name="Reason">What happened instead.</param>
internal sealed record FunctionUnreachable(string Function, string Reason) : Problem(
    $"The function '{Function}' could not be invoked: {Reason}.",
    "Check AWS_REGION, AWS_ENDPOINT_URL and that this machine's network lets HTTPS out, then try again.")
{
    public override bool MayPass => true;
}
