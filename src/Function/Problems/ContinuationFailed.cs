namespace Drawbridge.LambdaFunction.Problems;

/// <summary>Time is over, and the next invocation, which should go on, could not be started.</summary>
/// <param name="Release">The object that had to be written again.</param>
/// <param name="Reason">A sentence.</param>
/// <param name="IsTemporary">Whether trying again may help.</param>
internal sealed record ContinuationFailed(string Release, string Reason, bool IsTemporary) : Problem(
    $"The time of the invocation is over, and '{Release}' could not be written again to start the next one: {Reason}",
    "What was applied stays. Look that the function's role may s3:PutObject on 'releases/*', as the Terraform module "
    + "makes it, and deploy again: the run goes on with what is pending.")
{
    public override bool MayPass => IsTemporary;
}
