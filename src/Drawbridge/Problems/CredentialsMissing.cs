namespace Drawbridge.Problems;

/// <summary>The AWS SDK found no credentials anywhere it looks.</summary>
public sealed record CredentialsMissing() : Problem(
    "There are no AWS credentials: the AWS SDK looked at 'AWS_ACCESS_KEY_ID', web identity, profiles and the machine's "
    + "own role.",
    "In a workflow, run 'aws-actions/configure-aws-credentials' before this step, with 'permissions: id-token: write'; "
    + "elsewhere set a profile or the variables.");
