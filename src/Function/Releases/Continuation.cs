using Drawbridge.Bucket;
using Drawbridge.LambdaFunction.Logs;
using Drawbridge.LambdaFunction.Problems;

namespace Drawbridge.LambdaFunction.Releases;

/// <summary>Has another invocation go on with a release: its very bytes are written again, which announces it again.</summary>
internal static class Continuation
{
    /// <summary>The platform takes some 16 invocations that start each other for a loop, and ends it without a word.</summary>
    public const int MostInvocations = 12;

    private const int MostTries = 3;

    /// <summary>Null when somebody goes on, else why nobody does.</summary>
    public static async Task<ContinuationFailed?> Start(MigrationBucket bucket, AnnouncedRelease announced, JsonLog log)
    {
        try
        {
            return await Write(bucket, announced, log);
        }
        catch (DrawbridgeException exception)
        {
            return new ContinuationFailed(announced.Key, exception.Message, exception.Problem.MayPass);
        }
    }

    private static async Task<ContinuationFailed?> Write(
        MigrationBucket bucket, AnnouncedRelease announced, JsonLog log)
    {
        var release = await bucket.Read(announced.Key, announced.VersionId, CancellationToken.None);
        for (var tries = 0; release is not null && tries < MostTries; tries++)
        {
            var condition = WriteCondition.IfUnchanged(release.ETag);
            if (await bucket.TryWrite(announced.Key, release.Bytes, condition, CancellationToken.None) is not null)
            {
                log.Info("The time of this invocation is over; the next one goes on.");
                return null;
            }

            var now = await bucket.Read(announced.Key, versionId: null, CancellationToken.None);
            if (now is not null && now.ETag != release.ETag)
            {
                log.Info($"'{announced.Key}' was changed meanwhile: whoever did that has started the next invocation.");
                return null;
            }

            release = now;
        }

        return release is null
            ? new ContinuationFailed(announced.Key, "it was deleted.", IsTemporary: false)
            : new ContinuationFailed(announced.Key, "others write it at the same time.", IsTemporary: true);
    }
}
