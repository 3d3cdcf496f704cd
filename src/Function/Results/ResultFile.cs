using Drawbridge.Bucket;
using Drawbridge.Manifests;

namespace Drawbridge.LambdaFunction.Results;

/// <summary>The object that holds the result of one release.</summary>
internal sealed class ResultFile
{
    private readonly MigrationBucket _bucket;
    private readonly string _key;
    private string? _eTag;

    private ResultFile(MigrationBucket bucket, string key, BucketObject? found)
    {
        (_bucket, _key, _eTag) = (bucket, key, found?.ETag);
        Previous = found is null ? null : ResultJson.TryRead(found.Bytes.Span);
    }

    /// <summary>What an earlier invocation left; null for nothing, or nothing that can be read.</summary>
    public Result? Previous { get; }

    /// <summary>Whether there was or is an object, as far as this run knows.</summary>
    public bool Exists => _eTag is not null;

    public static async Task<ResultFile> Open(MigrationBucket bucket, string key, CancellationToken cancellationToken) =>
        new(bucket, key, await bucket.Read(key, versionId: null, cancellationToken));

    /// <summary>Writes what only the holder of the lock may say.</summary>
    public Task<bool> Write(Result result, CancellationToken cancellationToken) =>
        Write(result, WriteCondition.Always, cancellationToken);

    /// <summary>Writes unless another run has written since this one last looked; false when it has.</summary>
    public Task<bool> WriteIfUnchanged(Result result, CancellationToken cancellationToken) =>
        Write(result, _eTag is null ? WriteCondition.IfAbsent : WriteCondition.IfUnchanged(_eTag), cancellationToken);

    private async Task<bool> Write(Result result, WriteCondition condition, CancellationToken cancellationToken)
    {
        var written = await _bucket.TryWrite(_key, ResultJson.Write(result), condition, cancellationToken);
        _eTag = written?.ETag ?? _eTag;
        return written is not null;
    }
}
