using Drawbridge.Bucket;
using Drawbridge.LambdaFunction.Logs;

namespace Drawbridge.LambdaFunction.Releases;

/// <summary>Has another invocation go on with a release: its very bytes are written again, which announces it again.</summary>
internal static class Continuation
{
    /// <summary>The platform takes some 16 invocations that start each other for a loop, and ends it without a word.</summary>
    public const int MostInvocations = 12;

    /// <exception cref="DrawbridgeException">It could not be written; the platform tries the same event again.</exception>
    public static async Task Start(MigrationBucket bucket, AnnouncedRelease announced, JsonLog log)
    {
        var release = await bucket.Read(announced.Key, announced.VersionId, CancellationToken.None);
        var written = release is null
            ? null
            : await bucket.TryWrite(announced.Key, release.Bytes, WriteCondition.IfUnchanged(release.ETag), CancellationToken.None);
        log.Info(written is null
            ? $"'{announced.Key}' was changed or deleted meanwhile: whoever did that decides how it goes on."
            : "The time of this invocation is over; the next one goes on.");
    }
}
