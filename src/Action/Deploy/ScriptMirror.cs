using Drawbridge.Bucket;
using Drawbridge.Configuration;
using Drawbridge.GitHubAction.Problems;
using Drawbridge.Manifests;

namespace Drawbridge.GitHubAction.Deploy;

/// <summary>
/// The approved scripts in the bucket: one listing, then only what changed is uploaded, several at once.
/// </summary>
internal sealed class ScriptMirror(MigrationBucket bucket, BucketLayout layout, ProjectSettings settings)
{
    private const int SideBySide = 24;
    private int _uploaded;

    /// <summary>How many scripts were uploaded so far.</summary>
    public int Uploaded => _uploaded;

    /// <summary>Makes the bucket hold these files; names each as a release does, in the order given.</summary>
    /// <exception cref="DrawbridgeException">
    /// Another run wrote one of them at the same time, with other content.
    /// </exception>
    public async Task<IReadOnlyList<ReleaseScript>> Bring(
        IReadOnlyList<ShippedFile> files, CancellationToken cancellationToken)
    {
        var held = await Listing(cancellationToken);
        var scripts = new ReleaseScript[files.Count];
        var limits = new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, files.Count, limits, async (index, token) =>
        {
            var file = files[index];
            var versionId = await Bring(file, held.GetValueOrDefault(layout.Full(file.Key)), token);
            scripts[index] = ReleaseScript.Of(file.Script, versionId, settings.AdoptOf(file.Script.Database));
        });
        return scripts;
    }

    private async Task<Dictionary<string, ListedObject>> Listing(CancellationToken cancellationToken)
    {
        var held = new Dictionary<string, ListedObject>();
        await foreach (
            var found in bucket.ListWithVersions(layout.Full(BucketLayout.MigrationsFolder), cancellationToken))
        {
            held[found.Key] = found;
        }

        return held;
    }

    private async Task<string?> Bring(ShippedFile file, ListedObject? held, CancellationToken cancellationToken)
    {
        if (held is not null && await IsSame(file, held, cancellationToken))
        {
            return held.VersionId;
        }

        var key = layout.Full(file.Key);
        var condition = held is null ? WriteCondition.IfAbsent : WriteCondition.IfUnchanged(held.ETag);
        if (await bucket.TryWrite(key, file.Bytes, condition, cancellationToken) is { } written)
        {
            Interlocked.Increment(ref _uploaded);
            return written.VersionId;
        }

        var other = await bucket.Read(key, versionId: null, cancellationToken);
        return other is not null && other.Bytes.Span.SequenceEqual(file.Bytes.Span)
            ? other.VersionId
            : throw new DrawbridgeException(new UploadLost(key));
    }

    private async Task<bool> IsSame(ShippedFile file, ListedObject held, CancellationToken cancellationToken) =>
        held.Holds(file.Bytes.Span)
        ?? await bucket.StoredSha256(held.Key, held.VersionId, cancellationToken) == file.Script.Content.Sha256;
}
