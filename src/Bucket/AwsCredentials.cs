using Amazon.Runtime;
using Amazon.Runtime.Credentials;
using Drawbridge.Problems;

namespace Drawbridge.Bucket;

/// <summary>The credentials of this process, from wherever the AWS SDK looks for them.</summary>
public static class AwsCredentials
{
    /// <summary>The chain ends at the metadata service of a cloud machine, which may be silently unreachable.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(8);

    /// <summary>Finds them as they are now.</summary>
    /// <exception cref="DrawbridgeException"><see cref="CredentialsMissing"/>.</exception>
    public static async Task<AWSCredentials> Find(IClientConfig config, CancellationToken cancellationToken)
    {
        using var resolver = new DefaultAWSCredentialsIdentityResolver();
        try
        {
            return await resolver.ResolveIdentityAsync(config, cancellationToken).WaitAsync(Limit, cancellationToken);
        }
        catch (Exception exception) when (exception is AmazonClientException or TimeoutException)
        {
            throw new DrawbridgeException(new CredentialsMissing(), exception);
        }
    }
}
