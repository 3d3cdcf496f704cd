using Amazon.S3;
using Drawbridge.Bucket;
using Drawbridge.Engine;
using Drawbridge.LambdaFunction.Logs;
using Drawbridge.LambdaFunction.Settings;
using Drawbridge.Manifests;
using Drawbridge.Problems;

namespace Drawbridge.LambdaFunction.Doctor;

/// <summary>
/// Looks at everything that a release will need, and changes nothing of it. It answers in the invocation itself, because
/// S3 may be the thing that is broken.
/// </summary>
/// <param name="read">Reads the settings anew, so that a secret is read anew, too.</param>
/// <param name="connect">Makes the S3 client.</param>
/// <param name="platform">What the platform gave to the process.</param>
/// <param name="identity">Who answers.</param>
/// <param name="time">The clock.</param>
internal sealed class Examination(
    Func<FunctionSettings> read,
    Func<CancellationToken, Task<IAmazonS3>> connect,
    PlatformChecks platform,
    FunctionIdentity identity,
    TimeProvider time)
{
    private const string Rights = "database-privileges";
    private const int MostConnections = 8;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(25);
    private static readonly TimeSpan CredentialsLimit = TimeSpan.FromSeconds(9);

    /// <summary>Looks, and tells the log too.</summary>
    public async Task<DoctorReport> Run(Invocation invocation, JsonLog log)
    {
        var settings = read();
        using var limit = new CancellationTokenSource(TimeFor(invocation));
        var server = ExamineServer(settings, limit.Token);
        var bucket = await ExamineBucket(settings, limit.Token);
        var databases = await ExamineDatabases(settings, await server, bucket, limit.Token);
        DoctorCheck[] checks =
        [
            .. SettingsChecks.Of(settings), .. platform.Run(invocation), .. databases, .. bucket.Checks,
        ];
        foreach (var check in checks)
        {
            Tell(log, check);
        }

        return new DoctorReport(DoctorReport.SchemaName, identity.At(invocation), checks);
    }

    private static async Task<IReadOnlyList<DoctorCheck>> ExamineServer(
        FunctionSettings settings, CancellationToken cancellationToken) =>
        settings.Server is { } server ? await server.Examine(settings.RootDatabase, cancellationToken) : [];

    /// <summary>Those that scripts are deployed to; in the root database, rights count only for scripts of its own.</summary>
    private static async Task<IReadOnlyList<DoctorCheck>> ExamineDatabases(
        FunctionSettings settings, IReadOnlyList<DoctorCheck> server, BucketFindings bucket, CancellationToken token)
    {
        if (settings.Server is null || server.Any(check => check.Status == CheckStatus.Broken && check.Name != Rights))
        {
            return server;
        }

        var checks = new List<DoctorCheck>();
        var others = (bucket.Databases ?? []).Where(database => server.All(check => check.Subject != database));
        foreach (var some in others.Chunk(MostConnections))
        {
            checks.AddRange(await Task.WhenAll(some.Select(database => settings.Server.ExamineDatabase(database, token))));
        }

        return [.. server.Select(check => IsUsed(check.Subject, bucket) ? check : Eased(check)), .. checks];
    }

    private static bool IsUsed(string? database, BucketFindings bucket) =>
        database is null || bucket.Databases?.Contains(database) != false;

    private static DoctorCheck Eased(DoctorCheck check) =>
        check.Status == CheckStatus.Broken ? check with { Status = CheckStatus.Warning } : check;

    private static void Tell(JsonLog log, DoctorCheck check) => log.Write(log.Common with
    {
        Level = check.Status switch
        {
            CheckStatus.Broken => LogLevel.Error,
            CheckStatus.Warning => LogLevel.Warning,
            _ => LogLevel.Info,
        },
        Message = $"Doctor, {check.Name}: {check.Message}",
        Code = check.Code,
        Remedy = check.Remedy,
        DurationMs = check.DurationMs,
    });

    private async Task<BucketFindings> ExamineBucket(FunctionSettings settings, CancellationToken cancellationToken)
    {
        if (settings.Bucket is not { } name)
        {
            return new BucketFindings([], null);
        }

        IAmazonS3? s3 = null;
        var checkup = new Checkup("bucket-credentials");
        var credentials = await checkup.Look(
            CredentialsLimit,
            new CredentialsMissing(),
            async token =>
            {
                s3 = await connect(token);
                return checkup.Fine("The function has credentials and a region.");
            },
            cancellationToken);
        if (s3 is null)
        {
            return new BucketFindings([credentials], null);
        }

        var bucket = new MigrationBucket(s3, name);
        return await new BucketExamination(bucket, settings.Layout, time).Run(credentials, cancellationToken);
    }

    /// <summary>An answer that comes too late is none.</summary>
    private TimeSpan TimeFor(Invocation invocation)
    {
        var left = 0.8 * (invocation.Deadline - time.GetUtcNow());
        return TimeSpan.FromTicks(Math.Clamp(left.Ticks, 0, Longest.Ticks));
    }
}
