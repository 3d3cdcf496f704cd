namespace Drawbridge.Problems;

/// <summary>There is no bucket of that name.</summary>
public sealed record BucketMissing(string Bucket, string Address) : Problem(
    $"The bucket '{Bucket}' does not exist (asked '{Address}').",
    "Compare the name with the 'bucket' output of the Terraform module, and the region and account with where the "
    + "module was applied.");
