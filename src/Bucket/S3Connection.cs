using Amazon.Runtime;
using Amazon.S3;
using Drawbridge.Problems;

namespace Drawbridge.Bucket;

/// <summary>
/// Makes the one S3 client of a process, with the SDK's own settings: its credential chain, <c>AWS_REGION</c>,
/// <c>AWS_ENDPOINT_URL</c> and <c>AWS_ENDPOINT_URL_S3</c>.
/// </summary>
public static class S3Connection
{
    private const int Retries = 3;
    private static readonly TimeSpan ConnectLimit = TimeSpan.FromSeconds(3);

    /// <summary>Finds region and credentials and makes a client; sends nothing to S3 yet.</summary>
    /// <exception cref="DrawbridgeException">No region or no credentials.</exception>
    public static async Task<IAmazonS3> Open(CancellationToken cancellationToken)
    {
        var config = new AmazonS3Config
        {
            RetryMode = RequestRetryMode.Standard,
            MaxErrorRetry = Retries,
            ConnectTimeout = ConnectLimit,
        };
        // In this order: the SDK forgets AWS_ENDPOINT_URL when its URL is read before its region.
        var region = config.RegionEndpoint;
        var endpoint = config.ServiceURL;
        // An endpoint of one's own seldom has a DNS name for every bucket.
        config.ForcePathStyle = endpoint is not null;
        if (endpoint is null && region is null)
        {
            throw new DrawbridgeException(new RegionMissing());
        }

        return new AmazonS3Client(await AwsCredentials.Find(config, cancellationToken), config);
    }
}
