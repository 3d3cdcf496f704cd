using Amazon.Runtime;
using Amazon.S3;
using Drawbridge.LocalAws.Lambda;

namespace Drawbridge.LocalAws.Tests;

/// <summary>A server of its own for each test, and the real SDK against it with nothing set but the address.</summary>
public abstract class LocalAwsTest : IAsyncLifetime
{
    protected const string Shop = "shop";

    /// <summary>After this, something hangs.</summary>
    protected static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    protected LocalAwsServer Aws { get; private set; } = null!;

    protected AmazonS3Client S3 { get; private set; } = null!;

    protected HttpClient Http { get; } = new() { Timeout = Patience };

    protected virtual LocalAwsOptions Options => new()
    {
        Buckets = [Shop],
        SendTestEvent = false,
        Lambda = new LambdaSettings { RetryDelays = [TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(20)] },
    };

    public async Task InitializeAsync()
    {
        Aws = await LocalAwsServer.Start(Options);
        S3 = Client("anyone");
    }

    public async Task DisposeAsync()
    {
        S3.Dispose();
        Http.Dispose();
        await Aws.DisposeAsync();
    }

    protected AmazonS3Client Client(string accessKeyId) => new(
        new BasicAWSCredentials(accessKeyId, "secret"),
        new AmazonS3Config { ServiceURL = Aws.Endpoint, AuthenticationRegion = "eu-central-1", MaxErrorRetry = 0 });
}
