using System.Diagnostics.CodeAnalysis;
using Drawbridge.Bucket;
using Drawbridge.Configuration;
using Drawbridge.LambdaFunction.Events;
using Drawbridge.LambdaFunction.Problems;
using Drawbridge.Manifests;

namespace Drawbridge.LambdaFunction.Releases;

/// <summary>A release or plan that an event announced.</summary>
/// <param name="Key">Its whole key.</param>
/// <param name="VersionId">Null in a bucket without versions.</param>
/// <param name="Manifest">What its key says.</param>
internal sealed record AnnouncedRelease(string Key, string? VersionId, ManifestKey Manifest) : ReleaseRequest(Manifest)
{
    /// <summary>False when the object asks for no answer.</summary>
    public static bool TryRead(
        BucketLayout layout, ObjectCreated created, [NotNullWhen(true)] out AnnouncedRelease? announced)
    {
        announced = layout.TryParse(created.Key, out var manifest) && manifest.Kind != ManifestKind.Result
            ? new AnnouncedRelease(created.Key, created.VersionId, manifest)
            : null;
        return announced is not null;
    }

    public override async Task<Release> Read(
        MigrationBucket bucket, DatabaseEngine engine, CancellationToken cancellationToken)
    {
        var found = await bucket.Read(Key, VersionId, cancellationToken)
            ?? throw new DrawbridgeException(new ReleaseMissing(Key));
        return ReleaseReader.TryRead(Manifest, found.Bytes.Span, out var release, out var problem)
            ? release
            : throw new DrawbridgeException(problem);
    }
}
