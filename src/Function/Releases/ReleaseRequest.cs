using Drawbridge.Bucket;
using Drawbridge.Engine;
using Drawbridge.Manifests;

namespace Drawbridge.LambdaFunction.Releases;

/// <summary>What an event asks the function to answer.</summary>
/// <param name="Manifest">Whose answer it is.</param>
internal abstract record ReleaseRequest(ManifestKey Manifest)
{
    /// <summary>What is to be done, read and checked.</summary>
    /// <exception cref="DrawbridgeException">It can't be done, or can't be read now.</exception>
    public abstract Task<Release> Read(MigrationBucket bucket, CancellationToken cancellationToken);

    /// <summary>How an end counts: what is final for one request may pass for another.</summary>
    public virtual RunReport Judge(RunReport report) => report;
}
