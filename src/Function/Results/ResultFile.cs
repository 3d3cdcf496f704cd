using Drawbridge.Bucket;
using Drawbridge.Manifests;

namespace Drawbridge.LambdaFunction.Results;

/// <summary>The object that holds the result of one release.</summary>
internal sealed class ResultFile
{
    private readonly MigrationBucket _bucket;
    private readonly string _key;
    private string? _eTag;

    private ResultFile(MigrationBucket bucket, string key) => (_bucket, _key) = (bucket, key);

    /// <summary>What was there when last looked; null for nothing, or nothing that can be read.</summary>
    public Result? Previous { get; private set; }

    /// <summary>Whether there was or is an object, as far as this run knows.</summary>
    public bool Exists => _eTag is not null;

    public static async Task<ResultFile> Open(MigrationBucket bucket, string key, CancellationToken cancellationToken)
    {
        var file = new ResultFile(bucket, key);
        await file.Look(cancellationToken);
        return file;
    }

    /// <summary>Looks again.</summary>
    public async Task Look(CancellationToken cancellationToken)
    {
        var found = await _bucket.Read(_key, versionId: null, cancellationToken);
        _eTag = found?.ETag;
        Previous = found is null ? null : ResultJson.TryRead(found.Bytes.Span);
    }

    /// <summary>Writes whatever is there: only for one who ran scripts and alone can tell.</summary>
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
