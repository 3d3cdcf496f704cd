namespace Drawbridge.LambdaFunction.Problems;

/// <summary>An object under <c>plans/</c> may only plan, and this version can't plan.</summary>
internal sealed record PlanNotSupported(string Key) : Problem(
    $"'{Key}' asks for a plan, which this version of the function does not make.",
    "Nothing was run: objects under 'plans/' have no right to apply. To apply, deploy, which writes under 'releases/'.");
