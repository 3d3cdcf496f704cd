namespace Drawbridge.LambdaFunction.Problems;

/// <summary>Ends an invocation whose result says <c>unavailable</c>, so that the platform tries it again.</summary>
internal sealed record ReleaseUnavailable(string Cause, string Reason) : Problem(
    $"The release could not be applied now ({Cause}): {Reason}",
    "The platform tries again, twice. After that, deploy again.")
{
    public override bool MayPass => true;
}
