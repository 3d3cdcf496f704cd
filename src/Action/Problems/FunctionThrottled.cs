namespace Drawbridge.GitHubAction.Problems;

/// <summary>Lambda has no room for another invocation.</summary>
internal sealed record FunctionThrottled(string Function) : Problem(
    $"The function '{Function}' is throttled: its concurrency, or the account's, is used up or set to 0.",
    "Look at its reserved concurrency and its 'Throttles' metric. Releases wait meanwhile and are not lost for six hours.")
{
    public override bool MayPass => true;
}
