using System.Net;
using System.Net.Sockets;
using Amazon.Runtime;
using Amazon.S3;
using Drawbridge.Problems;

namespace Drawbridge.Bucket.Tests;

public sealed class FailingToReachTheBucket : BucketTest
{
    [Fact]
    public async Task Bucket_that_does_not_exist_is_missing()
    {
        var problem = await ProblemOf(BucketNamed("no-such-bucket"));

        problem.ShouldBeOfType<BucketMissing>().Bucket.ShouldBe("no-such-bucket");
    }

    [Fact]
    public async Task Unknown_credentials_are_denied()
    {
        using var s3 = Client("unknown");

        var problem = await ProblemOf(new MigrationBucket(s3, Name));

        problem.ShouldBeOfType<BucketDenied>().Request.ShouldBe("s3:GetObject 'key'");
    }

    [Fact]
    public async Task Closed_port_names_the_address_that_was_tried()
    {
        using var s3 = ClientOf("http://127.0.0.1:9");

        var problem = await ProblemOf(new MigrationBucket(s3, Name));

        problem.ShouldBeOfType<BucketUnreachable>().Address.ShouldBe("127.0.0.1:9");
        problem.MayPass.ShouldBeTrue();
    }

    [Fact]
    public async Task Silence_is_given_up_in_seconds()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var s3 = ClientOf($"http://{silent.LocalEndpoint}");

        var problem = await ProblemOf(new MigrationBucket(s3, Name)).WaitAsync(TimeSpan.FromMinutes(1));

        problem.ShouldBeOfType<BucketUnreachable>().Reason.ShouldBe("no answer within 8 s");
    }

    private static AmazonS3Client ClientOf(string endpoint) => new(
        new BasicAWSCredentials("known", "secret"), new AmazonS3Config { ServiceURL = endpoint, ForcePathStyle = true, MaxErrorRetry = 1 });

    private static async Task<Problem> ProblemOf(MigrationBucket bucket) =>
        (await Should.ThrowAsync<DrawbridgeException>(bucket.Read("key", versionId: null, CancellationToken.None))).Problem;
}
