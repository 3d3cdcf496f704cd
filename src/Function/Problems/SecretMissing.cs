namespace Drawbridge.LambdaFunction.Problems;

/// <summary>There is no such secret.</summary>
/// <param name="Secret">Its name or ARN.</param>
/// <param name="Region">Where it was looked for.</param>
internal sealed record SecretMissing(string Secret, string Region) : Problem(
    $"There is no secret '{Secret}' in region '{Region}', or it has no current value.",
    "Correct the function's environment variable 'DATABASE_SECRET': the whole ARN also tells the region.");
