namespace Drawbridge.Problems;

/// <summary>The AWS SDK does not know which region to ask.</summary>
public sealed record RegionMissing() : Problem(
    "There is no AWS region: neither 'AWS_REGION' nor a profile names one.",
    "Set AWS_REGION to the bucket's region; 'aws-actions/configure-aws-credentials' does it from its 'aws-region' "
    + "input.");
