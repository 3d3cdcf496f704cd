using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using Drawbridge.LocalAws.Faults;

namespace Drawbridge.LocalAws.Tests;

public sealed class SpoilingRequests : LocalAwsTest
{
    [Fact]
    public async Task A_slow_down_is_answered_as_often_as_asked()
    {
        Aws.Put(Shop, "a", "1");
        Aws.Faults.Add(new StorageFault(StorageFailure.SlowDown) { Times = 2 });

        for (var count = 0; count < 2; count++)
        {
            var refusal = await Should.ThrowAsync<AmazonS3Exception>(() => Read("a"));
            refusal.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        }

        (await Read("a")).ShouldBe("1");
    }

    [Fact]
    public async Task A_fault_concerns_its_method_and_prefix_only_and_lets_some_pass()
    {
        Aws.Faults.Add(new StorageFault(StorageFailure.Denied) { Method = "PUT", KeyPrefix = "results/", Skip = 1 });

        await Write("results/a", "1");
        await Write("migrations/a", "1");
        (await Read("results/a")).ShouldBe("1");
        (await Should.ThrowAsync<AmazonS3Exception>(() => Write("results/a", "2"))).ErrorCode.ShouldBe("AccessDenied");
    }

    [Fact]
    public async Task A_lost_condition_refuses_conditional_writes_alone()
    {
        Aws.Faults.Add(new StorageFault(StorageFailure.ConditionLost));

        await Write("a", "1");
        var refusal = await Should.ThrowAsync<AmazonS3Exception>(() => S3.PutObjectAsync(
            new PutObjectRequest { BucketName = Shop, Key = "b", ContentBody = "1", IfNoneMatch = "*" }));
        refusal.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        Aws.Objects(Shop).Select(stored => stored.Key).ShouldBe(["a"]);
    }

    [Fact]
    public async Task A_lost_answer_leaves_the_write_done()
    {
        Aws.Faults.Add(Always(StorageFailure.AnswerLost));

        await Should.ThrowAsync<IOException>(() => Write("a", "1"));
        Aws.Objects(Shop).ShouldHaveSingleItem().Key.ShouldBe("a");
    }

    [Fact]
    public async Task An_upload_that_is_cut_off_did_not_happen()
    {
        Aws.Faults.Add(Always(StorageFailure.CutOff));

        await Should.ThrowAsync<IOException>(() => Write("a", new string('x', 100_000)));
        Aws.Objects(Shop).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_download_can_break_in_the_middle_or_lie_about_its_length()
    {
        Aws.Put(Shop, "a", "0123456789");
        Aws.Faults.Add(Always(StorageFailure.CutOff));
        await Should.ThrowAsync<IOException>(() => Read("a"));
        Aws.Faults.Clear();

        Aws.Faults.Add(new StorageFault(StorageFailure.Truncated) { Method = "GET" });
        (await Read("a")).ShouldBe("01234");
        (await Read("a")).ShouldBe("0123456789");
    }

    [Fact]
    public async Task A_silent_request_is_never_answered()
    {
        Aws.Put(Shop, "a", "1");
        Aws.Faults.Add(new StorageFault(StorageFailure.Silent));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));

        await Should.ThrowAsync<OperationCanceledException>(() => S3.GetObjectAsync(Shop, "a", patience.Token));
        (await Read("a")).ShouldBe("1");
    }

    [Fact]
    public async Task A_delayed_request_is_carried_out_later()
    {
        var delay = TimeSpan.FromSeconds(3);
        Aws.Faults.Add(new StorageFault(StorageFailure.Delayed) { KeyPrefix = "a", Delay = delay });

        var write = Write("a", "1");
        await Write("b", "1");
        write.IsCompleted.ShouldBeFalse();
        await write;
        Aws.Objects(Shop).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Switched_off_all_is_well()
    {
        Aws.Faults.Add(new StorageFault(StorageFailure.SlowDown) { Times = int.MaxValue });
        Aws.Faults.Clear();

        await Write("a", "1");
        (await Read("a")).ShouldBe("1");
    }

    /// <summary>The SDK tries again when a connection breaks, whatever it is told.</summary>
    private static StorageFault Always(StorageFailure failure) => new(failure) { Times = int.MaxValue };

    private Task<PutObjectResponse> Write(string key, string text) =>
        S3.PutObjectAsync(new PutObjectRequest { BucketName = Shop, Key = key, ContentBody = text });

    private async Task<string> Read(string key)
    {
        using var answer = await S3.GetObjectAsync(Shop, key);
        using var reader = new StreamReader(answer.ResponseStream);
        return await reader.ReadToEndAsync();
    }
}
