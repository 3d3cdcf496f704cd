namespace Drawbridge.LambdaFunction.Problems;

/// <summary>Secrets Manager gave no usable answer in time.</summary>
/// <param name="Secret">The name or ARN of what was asked for.</param>
/// <param name="Address">The host and port that were tried.</param>
/// <param name="Reason">What happened instead of an answer.</param>
internal sealed record SecretUnreachable(string Secret, string Address, string Reason) : Problem(
    $"The secret '{Secret}' can't be read from '{Address}': {Reason}.",
    "A private subnet has no way to Secrets Manager of its own: add an interface endpoint for 'secretsmanager' with "
    + "private DNS to the VPC (or a NAT gateway), and let its security group admit the function's on port 443.")
{
    public override bool MayPass => true;
}
