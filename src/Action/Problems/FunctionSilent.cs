namespace Drawbridge.GitHubAction.Problems;

/// <summary>The function did not answer in time.</summary>
internal sealed record FunctionSilent(string Function, int Seconds) : Problem(
    $"The function '{Function}' did not answer within {Seconds} s.",
    "Try again: the first start in a VPC may take long. If it stays so, look at its log group, and whether its subnets "
    + "still exist.")
{
    public override bool MayPass => true;
}
