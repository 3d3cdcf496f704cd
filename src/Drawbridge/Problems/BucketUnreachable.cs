namespace Drawbridge.Problems;

/// <summary>S3 gave no usable answer in time.</summary>
/// <param name="Bucket">Its name.</param>
/// <param name="Address">The host and port that were tried.</param>
/// <param name="Reason">What happened instead of an answer.</param>
public sealed record BucketUnreachable(string Bucket, string Address, string Reason) : Problem(
    $"The bucket '{Bucket}' can't be reached at '{Address}': {Reason}.",
    "In a VPC: add an S3 gateway endpoint to the subnet's route table, and let the function's security group out to it on "
    + "port 443. Elsewhere: check the region, AWS_ENDPOINT_URL, and that the network lets HTTPS out.")
{
    /// <inheritdoc/>
    public override bool MayPass => true;
}
