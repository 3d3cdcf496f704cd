namespace Drawbridge.LambdaFunction.Problems;

/// <summary>The secret is there, but is no login. Never quotes it.</summary>
/// <param name="Secret">Its name or ARN.</param>
/// <param name="Reason">What is wrong with it.</param>
internal sealed record SecretUnusable(string Secret, string Reason) : Problem(
    $"The secret '{Secret}' can't be used: {Reason}.",
    "It must be a JSON object with 'username' and 'password', and may have 'host' and 'port', as RDS and the rotation "
    + "templates make it.");
