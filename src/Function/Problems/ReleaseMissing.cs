namespace Drawbridge.LambdaFunction.Problems;

/// <summary>The release that an event announced is gone.</summary>
internal sealed record ReleaseMissing(string Key) : Problem(
    $"The release '{Key}' was announced, but is no longer in the bucket.",
    "Nothing was run. Deploy again; if it stays so, look who else deletes under 'releases/'.");
