using Drawbridge.Bucket;
using Drawbridge.Engine;
using Drawbridge.Manifests;
using Drawbridge.Problems;

namespace Drawbridge.LambdaFunction.Releases;

/// <summary>The scripts of a release, in the versions that it names.</summary>
internal sealed class BucketScripts(MigrationBucket bucket, BucketLayout layout) : IScriptSource
{
    public async Task<byte[]> Read(ReleaseScript script, CancellationToken cancellationToken)
    {
        var found = await bucket.Read(layout.Full(script.Key), script.S3VersionId, cancellationToken);
        return found?.Bytes.ToArray() ?? throw new DrawbridgeException(new ScriptMissing(script.Key));
    }
}
