using System.Collections.Concurrent;
using Drawbridge.Bucket;
using Drawbridge.Configuration;
using Drawbridge.Engine;
using Drawbridge.LambdaFunction.Problems;
using Drawbridge.LambdaFunction.Releases;
using Drawbridge.Manifests;
using Drawbridge.Problems;
using Drawbridge.Rules;
using Drawbridge.Rules.Changes;
using Drawbridge.Scripts;

namespace Drawbridge.LambdaFunction.Uploads;

/// <summary>Scripts that somebody put into the bucket: nobody approved them, so they are checked as a deploy would check them.</summary>
/// <param name="Manifest">Whose answer it is.</param>
/// <param name="Bucket">The bucket's name.</param>
/// <param name="Layout">Where things are in it.</param>
/// <param name="Objects">What lies in the database's folder.</param>
internal sealed record UploadedFolder(
    ManifestKey Manifest, string Bucket, BucketLayout Layout, IReadOnlyList<ListedObject> Objects) : ReleaseRequest(Manifest)
{
    /// <summary>Stands where a commit would.</summary>
    private const string Origin = "upload";

    private const int SideBySide = 16;

    public override async Task<Release> Read(
        MigrationBucket bucket, DatabaseEngine engine, CancellationToken cancellationToken)
    {
        var files = await ReadFiles(bucket, engine, cancellationToken);
        var changes = new ChangeSet([.. files.Select(file => file.File)], @base: null, Manifest.Id.Time);
        var findings = Inspection.Of(changes, RuleList.Binding).Findings;
        if (findings.FirstOrDefault(finding => finding.Severity == Severity.Error) is { } flaw)
        {
            throw new DrawbridgeException(new UploadRefused(flaw));
        }

        var folder = Layout.Full(BucketLayout.ScriptKey(Manifest.Database, ""));
        return new Release(
            Release.SchemaName,
            Manifest.Id.Text,
            Manifest.Database,
            ReleaseMode.Apply,
            Manifest.Id.Time,
            new ReleaseSource($"s3://{Bucket}/{folder}", Origin, Origin, Run: null, Actor: null),
            ReleaseOptions.Default,
            [.. files.Where(file => file.File.Script is not null)
                .OrderBy(file => file.File.Script!, ScriptOrder.Instance)
                .Select(file => ReleaseScript.Of(file.File.Script!, file.VersionId))]);
    }

    /// <summary>The upload of the root database's script that creates this one may be on its way.</summary>
    public override RunReport Judge(RunReport report) =>
        report.Error?.Code == new DatabaseMissing(Manifest.Database).Code ? report with { Status = ResultStatus.Unavailable } : report;

    private async Task<IReadOnlyList<(MigrationFile File, string? VersionId)>> ReadFiles(
        MigrationBucket bucket, DatabaseEngine engine, CancellationToken cancellationToken)
    {
        var read = new ConcurrentBag<(MigrationFile File, string? VersionId)>();
        var limits = new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(
            Objects, limits, async (listed, token) => read.Add(await Read(bucket, listed, FileOf(listed, engine), token)));
        return [.. read.OrderBy(file => file.File.Path, StringComparer.Ordinal)];
    }

    private MigrationFile FileOf(ListedObject listed, DatabaseEngine engine)
    {
        var below = listed.Key[Layout.Full(BucketLayout.MigrationsFolder).Length..];
        var path = new MigrationPath(BucketLayout.MigrationsFolder.TrimEnd('/'), below);
        return new MigrationFile(path, engine: engine);
    }

    private async ValueTask<(MigrationFile File, string? VersionId)> Read(
        MigrationBucket bucket, ListedObject listed, MigrationFile file, CancellationToken cancellationToken)
    {
        if (!file.IsScript)
        {
            return (file, null);
        }

        if (listed.Size > ScriptContent.MaximumSize)
        {
            return (file.TooLarge(listed.Size), null);
        }

        var found = await bucket.Read(listed.Key, versionId: null, cancellationToken)
            ?? throw new DrawbridgeException(new ScriptMissing(listed.Key[Layout.Prefix.Length..]));
        return (file.Holding(found.Bytes.Span), found.VersionId);
    }
}
