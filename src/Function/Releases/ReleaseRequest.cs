using Drawbridge.Bucket;
using Drawbridge.Configuration;
using Drawbridge.Engine;
using Drawbridge.Manifests;

namespace Drawbridge.LambdaFunction.Releases;

/// <summary>What an event asks the function to answer.</summary>
/// <param name="Manifest">Whose answer it is.</param>
internal abstract record ReleaseRequest(ManifestKey Manifest)
{
    /// <summary>What is to be done, read and checked.</summary>
    /// <param name="bucket">Where it lies.</param>
    /// <param name="engine">The kind of server that its scripts are for.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="DrawbridgeException">It can't be done, or can't be read now.</exception>
    public abstract Task<Release> Read(
        MigrationBucket bucket, DatabaseEngine engine, CancellationToken cancellationToken);

    /// <summary>How an end counts: what is final for one request may pass for another.</summary>
    public virtual RunReport Judge(RunReport report) => report;
}
