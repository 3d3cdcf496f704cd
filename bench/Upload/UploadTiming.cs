using System.Diagnostics;
using Drawbridge.Bench.Validate;
using Drawbridge.LocalAws;
using Drawbridge.LocalEnvironment.Git;
using Drawbridge.LocalEnvironment.GitHub;

namespace Drawbridge.Bench.Upload;

/// <summary>
/// Times <c>deploy</c> from the start of its process until the release is written, which comes after all scripts: the
/// first time, and when one of them is new.
/// </summary>
/// <param name="program">What a release holds: the program with its runtime.</param>
/// <param name="folder">Where the repository is made.</param>
internal sealed class UploadTiming(string program, string folder)
{
    private const int Runs = 3;
    private const string Bucket = "drawbridge";
    private static readonly ManyScripts Scripts = ManyScripts.ForPostgreSql;

    public async Task Run(TextWriter output)
    {
        var (repository, _) = await Scripts.Create(folder);
        for (var run = 1; run <= Runs; run++)
        {
            await using var aws = await LocalAwsServer.Start(new LocalAwsOptions { Buckets = [Bucket] });
            var first = await Time(aws, await repository.Revision("HEAD"), releases: 1);
            repository.Write($"migrations/shop/{Scripts.Count + run:000000}_late.sql", "SELECT 1;\n");
            var commit = await repository.Commit($"one more, {run}");
            aws.Moments.Watch();
            var second = await Time(aws, commit, releases: 2);
            var calls = aws.Moments.Passed.Where(moment => moment.StartsWith("before ", StringComparison.Ordinal)).ToList();
            await output.WriteLineAsync(
                $"{Scripts.Count} scripts: {first.TotalSeconds:0.00} s, {Scripts.Count / first.TotalSeconds:0} objects/s; one more: "
                + $"{second.TotalSeconds:0.00} s, {calls.Count(call => call.Contains(" PUT ", StringComparison.Ordinal))} PUTs of {calls.Count} calls");
        }
    }

    private async Task<TimeSpan> Time(LocalAwsServer aws, string commit, int releases)
    {
        using var enough = new CancellationTokenSource();
        var step = new RunnerStep(
            "deploy", GitHubEvent.Push(GitRepository.Main, commit, commit), folder, Path.Combine(folder, ".git", "bench", $"{releases}-{commit}"));
        var start = new ProcessStartInfo(program, ["deploy", "--bucket", Bucket, "--root-database", "postgres"]) { WorkingDirectory = folder };
        var clock = Stopwatch.StartNew();
        var deploy = step.Start(start, aws.ClientVariables, cancellationToken: enough.Token);
        while (aws.Objects(Bucket, "releases/").Count < releases)
        {
            if (deploy.IsCompleted)
            {
                throw new InvalidOperationException((await deploy).Text);
            }

            await Task.Delay(5);
        }

        clock.Stop();
        await enough.CancelAsync();
        await Task.WhenAny(deploy); // nobody answers it: it is killed
        return clock.Elapsed;
    }
}
