namespace Drawbridge.LambdaFunction.Problems;

/// <summary>A release from a time that has not come: done, it would supersede every real one until then.</summary>
internal sealed record FutureRelease(string Id, DateTimeOffset Now) : Problem(
    $"The release '{Id}' says that it was made more than 15 minutes after the function's clock, which shows {Now:u}.",
    "Nothing was run. Set the clock of the machine that deploys, and deploy again.");
