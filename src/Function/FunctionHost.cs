using Amazon.S3;
using Drawbridge.Bucket;
using Drawbridge.LambdaFunction.Doctor;
using Drawbridge.LambdaFunction.Events;
using Drawbridge.LambdaFunction.Logs;
using Drawbridge.LambdaFunction.Releases;
using Drawbridge.LambdaFunction.Settings;
using Drawbridge.LambdaFunction.Uploads;
using Drawbridge.Manifests;

namespace Drawbridge.LambdaFunction;

/// <summary>Takes an invocation's event apart, has each release answered, and decides how the invocation ends.</summary>
/// <param name="settings">May have flaws.</param>
/// <param name="connect">Makes the S3 client; called until it succeeds once.</param>
/// <param name="releases">Answers releases.</param>
/// <param name="examination">Answers who asks how the function is.</param>
/// <param name="log">Where to say what happens.</param>
/// <param name="time">The clock.</param>
internal sealed class FunctionHost(
    FunctionSettings settings,
    Func<CancellationToken, Task<IAmazonS3>> connect,
    ReleaseHandler releases,
    Examination examination,
    JsonLog log,
    TimeProvider time)
{
    private MigrationBucket? _bucket;

    /// <summary>
    /// Handles one event; a second release is answered even when the first could not be. What it returns is for who
    /// invoked the function and waits: nothing, but for the doctor's report.
    /// </summary>
    /// <exception cref="DrawbridgeException">Something could not be done now; the platform should try again.</exception>
    public async Task<ReadOnlyMemory<byte>> Handle(ReadOnlyMemory<byte> json, Invocation invocation)
    {
        var failures = new List<Problem>();
        var invocationLog = log.For(invocation);
        foreach (var item in EventReader.Read(json))
        {
            if (item is DoctorAsked)
            {
                return DoctorJson.Write(await examination.Run(invocation, invocationLog));
            }

            var failure = await Try(item, invocation, invocationLog);
            failures.AddRange(failure is null ? [] : [failure]);
        }

        if (failures is [var first, ..])
        {
            throw new DrawbridgeException(first);
        }

        return default;
    }

    private async Task<Problem?> Try(EventItem item, Invocation invocation, JsonLog invocationLog)
    {
        try
        {
            await Handle(item, invocation, invocationLog);
            return null;
        }
        catch (DrawbridgeException exception)
        {
            invocationLog.Error(exception.Problem);
            return exception.Problem;
        }
    }

    private async Task Handle(EventItem item, Invocation invocation, JsonLog invocationLog)
    {
        if (item is not ObjectCreated created)
        {
            invocationLog.Info($"Ignored {(item as Ignored)?.Reason}.");
            return;
        }

        var bucket = await Bucket();
        if (created.Bucket != bucket.Name)
        {
            invocationLog.Warning($"Ignored an object of bucket '{created.Bucket}': this function serves '{bucket.Name}'.");
        }
        else if (await RequestOf(created, bucket, invocation, invocationLog) is { } request)
        {
            var releaseLog = invocationLog.For(request.Manifest.Id.Text, request.Manifest.Database);
            await releases.Handle(bucket, request, invocation, releaseLog);
        }
    }

    /// <summary>What the object asks for; null, and said why, when that is nothing.</summary>
    private async Task<ReleaseRequest?> RequestOf(
        ObjectCreated created, MigrationBucket bucket, Invocation invocation, JsonLog invocationLog)
    {
        if (AnnouncedRelease.TryRead(settings.Layout, created, out var announced))
        {
            return announced;
        }

        if (settings.Trigger == Trigger.Upload && UploadWatch.DatabaseOf(settings.Layout, created) is { } database)
        {
            var watch = new UploadWatch(bucket, settings.Layout, time);
            return await watch.WaitUntilQuiet(created, database, invocation, invocationLog);
        }

        invocationLog.Warning($"Ignored '{created.Key}', which is no release.");
        return null;
    }

    private async Task<MigrationBucket> Bucket()
    {
        var name = settings.Bucket ?? throw new DrawbridgeException(settings.Flaws[0]);
        return _bucket ??= new MigrationBucket(await connect(CancellationToken.None), name);
    }
}
