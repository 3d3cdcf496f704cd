using System.Text;
using Amazon.Runtime;
using Amazon.S3;
using Drawbridge.LocalAws;

namespace Drawbridge.Bucket.Tests;

/// <summary>The real SDK against a bucket on loopback.</summary>
public abstract class BucketTest : IAsyncLifetime
{
    protected const string Name = "shop-migrations";

    private AmazonS3Client? _s3;

    protected LocalAwsServer Aws { get; private set; } = null!;

    protected MigrationBucket Bucket => BucketNamed(Name);

    public async Task InitializeAsync()
    {
        Aws = await LocalAwsServer.Start(new LocalAwsOptions { Buckets = [Name], AccessKeyIds = ["known"] });
        _s3 = Client("known");
    }

    public async Task DisposeAsync()
    {
        _s3?.Dispose();
        await Aws.DisposeAsync();
    }

    protected static ReadOnlyMemory<byte> Bytes(string text) => Encoding.UTF8.GetBytes(text);

    protected MigrationBucket BucketNamed(string name) => new(_s3!, name);

    protected AmazonS3Client Client(string accessKey) => new(
        new BasicAWSCredentials(accessKey, "secret"), new AmazonS3Config { ServiceURL = Aws.Endpoint, ForcePathStyle = true });
}
