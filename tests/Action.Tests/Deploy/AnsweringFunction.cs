using Drawbridge.LocalAws;
using Drawbridge.LocalAws.S3;
using Drawbridge.Manifests;

namespace Drawbridge.GitHubAction.Tests.Deploy;

/// <summary>Watches for releases and plans and writes their results, as the function does, without a database.</summary>
internal sealed class AnsweringFunction : IAsyncDisposable
{
    private static readonly BucketLayout Layout = BucketLayout.At("");

    private readonly CancellationTokenSource _stopping = new();
    private readonly LocalAwsServer _aws;
    private readonly string _bucket;
    private readonly Task _work;

    public AnsweringFunction(LocalAwsServer aws, string bucket)
    {
        (_aws, _bucket) = (aws, bucket);
        _work = Work();
    }

    /// <summary>What it answers to a release, one result after the other.</summary>
    public Func<Release, IEnumerable<Result>> Answers { get; set; } = release => [ResultFor.Success(release)];

    /// <summary>Reads a release object.</summary>
    public static Release ReleaseOf(StoredObject found)
    {
        Layout.TryParse(found.Key, out var key).ShouldBeTrue();
        ReleaseReader.TryRead(key!, found.Content.Span, out var release, out var problem)
            .ShouldBeTrue(problem?.Message);
        return release!;
    }

    /// <summary>Writes a result as it is.</summary>
    public void Write(Result result)
    {
        ReleaseId.TryParse(result.Id, out var id).ShouldBeTrue();
        _aws.Put(_bucket, Layout.Of(ManifestKind.Result, id!, result.Database), ResultJson.Write(result));
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _work;
        _stopping.Dispose();
    }

    private async Task Work()
    {
        var answered = new HashSet<string>();
        while (!_stopping.IsCancellationRequested)
        {
            foreach (var found in _aws.Objects(_bucket, "releases/").Concat(_aws.Objects(_bucket, "plans/")).Where(found => answered.Add(found.VersionId)))
            {
                foreach (var result in Answers(ReleaseOf(found)))
                {
                    Write(result);
                    await Pause();
                }
            }

            await Pause();
        }
    }

    private Task Pause() =>
        Task.Delay(TimeSpan.FromMilliseconds(40), _stopping.Token).ContinueWith(_ => { }, TaskScheduler.Default);
}
