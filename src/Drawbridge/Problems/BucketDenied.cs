namespace Drawbridge.Problems;

/// <summary>The credentials don't allow what is needed.</summary>
/// <param name="Bucket">Its name.</param>
/// <param name="Request">The permission and the key, such as <c>s3:GetObject 'results/…'</c>.</param>
/// <param name="Answer">S3's own code.</param>
public sealed record BucketDenied(string Bucket, string Request, string Answer) : Problem(
    $"The bucket '{Bucket}' refused {Request}: {Answer}.",
    "Check that the job assumed the role that the Terraform module made for it, that its credentials have not expired, "
    + "and that the role allows this.");
