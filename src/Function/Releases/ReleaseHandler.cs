using System.Diagnostics.CodeAnalysis;
using Drawbridge.Bucket;
using Drawbridge.Engine;
using Drawbridge.LambdaFunction.Logs;
using Drawbridge.LambdaFunction.Metrics;
using Drawbridge.LambdaFunction.Problems;
using Drawbridge.LambdaFunction.Results;
using Drawbridge.LambdaFunction.Settings;
using Drawbridge.Manifests;

namespace Drawbridge.LambdaFunction.Releases;

/// <summary>Answers releases: reads one, verifies it, runs it, and keeps its result.</summary>
internal sealed class ReleaseHandler(FunctionSettings settings, FunctionIdentity identity, TimeProvider time)
{
    private static readonly TimeSpan MostSkew = TimeSpan.FromMinutes(15);

    /// <summary>Answers one release.</summary>
    /// <exception cref="DrawbridgeException">The work could not be done now; the platform should try again.</exception>
    public async Task Handle(MigrationBucket bucket, ReleaseRequest request, Invocation invocation, JsonLog log)
    {
        var key = request.Manifest;
        log.Info($"{(key.Kind == ManifestKind.Plan ? "Plan" : "Release")} '{key.Id}' for database '{key.Database}' begins.");
        var resultKey = settings.Layout.Of(ManifestKind.Result, key.Id, key.Database);
        var file = await ResultFile.Open(bucket, resultKey, CancellationToken.None);
        var composer = new ResultComposer(key, (file.Previous?.Attempt ?? 0) + 1, identity.At(invocation), time);
        await using var writer = new ResultWriter(file, composer, log, time);
        var announced = request as AnnouncedRelease;
        using var clock = invocation.Clock(time, mayContinue: announced is not null && composer.Attempt < Continuation.MostInvocations);
        var report = request.Judge(await AnswerInAnyCase(bucket, request, clock, new RunLog(log, writer)));
        Tell(log, composer.Compose(report));
        await writer.Finish(report);
        if (report.Continues && announced is not null && await Continuation.Start(bucket, announced, log) is { } problem)
        {
            report = report.EndedBy(problem);
            Tell(log, composer.Compose(report));
            await writer.Correct(report);
        }

        Count(log, composer.Compose(report), report);
        if (report is { Status: ResultStatus.Unavailable, Error: { } error })
        {
            throw new DrawbridgeException(new ReleaseUnavailable(error.Code, error.Message));
        }
    }

    /// <summary>What breaks becomes an answer too, as long as it can still be written.</summary>
    [SuppressMessage(
        "Design",
        "CA1031:Do not catch general exception types",
        Justification = "Whoever waits for the result must hear of a bug too.")]
    private async Task<RunReport> AnswerInAnyCase(
        MigrationBucket bucket, ReleaseRequest request, RunClock clock, RunLog progress)
    {
        try
        {
            return await Answer(bucket, request, clock, progress);
        }
        catch (DrawbridgeException exception)
        {
            return progress.Last.EndedBy(exception.Problem);
        }
        catch (Exception exception)
        {
            var problem = new InternalFailure(exception.GetType().FullName ?? "");
            progress.Log.Error(problem, exception.StackTrace);
            return progress.Last.EndedBy(problem);
        }
    }

    private async Task<RunReport> Answer(
        MigrationBucket bucket, ReleaseRequest request, RunClock clock, RunLog progress)
    {
        if (settings is not { Server: { } server, Flaws: [] })
        {
            return progress.Last.EndedBy(settings.Flaws[0]);
        }

        if (request.Manifest.Id.Time - time.GetUtcNow() > MostSkew)
        {
            return progress.Last.EndedBy(new FutureRelease(request.Manifest.Id.Text, time.GetUtcNow()));
        }

        var release = await request.Read(bucket, server.Engine, clock.Stop);

        // Whoever read it has seen to it that what lies below plans/ asks for a plan: the prefix grants the right.
        return release.Mode == ReleaseMode.Plan
            ? await new PlanRun(server).Run(release, progress, clock)
            : await new MigrationRun(server, new BucketScripts(bucket, settings.Layout), time).Run(release, progress, clock);
    }

    private static string Success(Result result) => result.Mode switch
    {
        ReleaseMode.Plan => $"Plan '{result.Id}' {KebabCase.Of(result.Status)}, {result.Pending} pending.",
        ReleaseMode.Undo => $"Release '{result.Id}' {KebabCase.Of(result.Status)}, "
            + $"{result.Scripts.Count(script => script.Status == ScriptStatus.Undone)} taken back.",
        _ => $"Release '{result.Id}' {KebabCase.Of(result.Status)}, {result.Applied} applied.",
    };

    /// <summary>What a repeated event only looked up was counted before, and a plan does nothing that counts.</summary>
    private void Count(JsonLog log, Result result, RunReport report)
    {
        if (result.Mode != ReleaseMode.Plan && !report.IsRepeated)
        {
            var applied = report.Scripts.Count(script => script is { Status: ScriptStatus.Applied, DurationMs: not null });
            log.Write(new ReleaseMetrics(
                identity.Name, result.Database, result.Status, applied, result.DurationMs, (long)report.LockWait.TotalMilliseconds));
        }
    }

    private static void Tell(JsonLog log, Result result) => log.Write(log.Common with
    {
        Level = result.Error is null ? LogLevel.Info : LogLevel.Error,
        Message = result.Error?.Message ?? Success(result),
        Code = result.Error?.Code,
        Remedy = result.Error?.Remedy,
        Script = result.Error?.Script,
        DurationMs = result.DurationMs,
    });
}
