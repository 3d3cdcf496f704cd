using Drawbridge.Bucket;
using Drawbridge.LambdaFunction.Events;
using Drawbridge.LambdaFunction.Logs;
using Drawbridge.Manifests;
using Drawbridge.Scripts;

namespace Drawbridge.LambdaFunction.Uploads;

/// <summary>
/// Waits until nobody puts anything more into a database's folder. Each object has its own event, so all but the newest
/// one's leave the work to that.
/// </summary>
internal sealed class UploadWatch(MigrationBucket bucket, BucketLayout layout, TimeProvider time)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(10);

    /// <summary>The database in whose folder an object lies; null when it lies in none.</summary>
    public static string? DatabaseOf(BucketLayout layout, ObjectCreated created)
    {
        var folder = layout.Full(BucketLayout.MigrationsFolder);
        var database = created.Key.StartsWith(folder, StringComparison.Ordinal) ? created.Key[folder.Length..].Split('/')[0] : "";
        return DatabaseName.IsValid(database) && BucketLayout.IsScriptOf(database, created.Key[layout.Prefix.Length..]) ? database : null;
    }

    /// <summary>What there is then; null when another event will see to it.</summary>
    public async Task<UploadedFolder?> WaitUntilQuiet(ObjectCreated created, string database, Invocation invocation, JsonLog log)
    {
        while (true)
        {
            var objects = await bucket.List(layout.Full(BucketLayout.ScriptKey(database, "")), CancellationToken.None).ToListAsync();
            var newest = objects.MaxBy(found => (found.LastModified, found.Key));
            if (newest is null)
            {
                log.Info($"Ignored '{created.Key}': the folder is empty by now.");
                return null;
            }

            if (newest.Key != created.Key && objects.Exists(found => found.Key == created.Key))
            {
                log.Info($"Left '{created.Key}' to the event of '{newest.Key}', which is newer.");
                return null;
            }

            var rest = newest.LastModified + Quiet - time.GetUtcNow();
            if (rest <= TimeSpan.Zero)
            {
                var id = ReleaseId.CreateForUpload(newest.LastModified, invocation.RequestId);
                return new UploadedFolder(new ManifestKey(ManifestKind.Release, id, database), bucket.Name, layout, objects);
            }

            await Task.Delay(rest < Quiet ? rest : Quiet, time);
        }
    }
}
