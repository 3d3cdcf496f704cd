namespace Drawbridge.LambdaFunction.Problems;

/// <summary>The function may not read the secret.</summary>
/// <param name="Secret">Its name or ARN.</param>
/// <param name="Answer">Secrets Manager's own code.</param>
internal sealed record SecretDenied(string Secret, string Answer) : Problem(
    $"Secrets Manager refused to show the secret '{Secret}': {Answer}.",
    "Allow the function's role 'secretsmanager:GetSecretValue' on the secret, and 'kms:Decrypt' on its key if it has "
    + "one of its own; look also at the secret's policy and the VPC endpoint's.");
