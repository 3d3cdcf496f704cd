using System.Text;
using Drawbridge.Engine;
using Drawbridge.LambdaFunction.Logs;
using Drawbridge.LambdaFunction.Results;
using Drawbridge.LambdaFunction.Tests.Local;
using Drawbridge.Manifests;

namespace Drawbridge.LambdaFunction.Tests.Results;

public sealed class KeepingResultsCurrent
{
    private const string Key = $"results/{SampleReleases.Id}/shopdb.json";
    private static readonly TimeSpan HalfASecond = TimeSpan.FromMilliseconds(500);
    private static readonly LockHolder Stranger = new(7, "drawbridge 20261122T110300Z-aaaaaaa-1", default);

    [Fact]
    public async Task It_is_written_at_most_twice_a_second_and_always_with_the_newest_state()
    {
        await using var function = await LocalFunction.Start();
        var time = new ManualTime();
        await using var writer = await Writer(function, time);

        writer.Report(Applied(1));
        await Eventually.Holds(() => function.Writes(Key) == 1 && time.Waits == 1);
        writer.Report(Applied(2));
        writer.Report(Applied(3));
        time.Advance(HalfASecond);
        await Eventually.Holds(() => function.Writes(Key) == 2 && time.Waits == 1);
        function.Result(Key)!.Applied.ShouldBe(3);

        writer.Report(Applied(4));
        await writer.Finish(Applied(5) with { Status = ResultStatus.Succeeded });
        function.Writes(Key).ShouldBe(3);
        var last = function.Result(Key)!;
        (last.Status, last.Applied, last.DurationMs, last.FinishedAt).ShouldBe((ResultStatus.Succeeded, 5, 500, time.GetUtcNow()));
    }

    [Fact]
    public async Task How_it_ended_is_written_once()
    {
        await using var function = await LocalFunction.Start();
        var ended = Applied(2) with { Status = ResultStatus.Succeeded };
        await using var writer = await Writer(function, TimeProvider.System);
        writer.Report(ended);
        await writer.Finish(ended);
        function.Writes(Key).ShouldBe(1);
    }

    [Fact]
    public async Task One_who_waits_for_the_lock_creates_the_result_and_says_for_whom()
    {
        await using var function = await LocalFunction.Start();
        await using var writer = await Writer(function, TimeProvider.System);
        writer.Report(RunReport.Started with { WaitingFor = Stranger });
        await Eventually.Holds(() => function.Writes(Key) == 1);
        function.Result(Key)!.WaitingFor.ShouldBe(Stranger);
    }

    [Fact]
    public async Task One_who_waits_for_the_lock_never_rewrites()
    {
        await using var function = await LocalFunction.Start();
        PutRunning(function);
        var time = new ManualTime();
        await using var writer = await Writer(function, time);
        writer.Report(RunReport.Started with { WaitingFor = Stranger });
        await Eventually.Holds(() => time.Waits == 1);
        function.Writes(Key).ShouldBe(1);
    }

    [Fact]
    public async Task One_who_never_got_the_lock_ends_what_a_dead_run_left()
    {
        await using var function = await LocalFunction.Start();
        PutRunning(function);
        await using var writer = await Writer(function, TimeProvider.System);
        await writer.Finish(NotAcquired);
        (function.Writes(Key), function.Result(Key)!.Status).ShouldBe((2, ResultStatus.Refused));
    }

    [Fact]
    public async Task One_who_never_got_the_lock_does_not_overwrite_what_was_written_meanwhile()
    {
        await using var function = await LocalFunction.Start();
        await using var writer = await Writer(function, TimeProvider.System);
        PutRunning(function);
        await writer.Finish(NotAcquired);
        (function.Writes(Key), function.Result(Key)!.Status).ShouldBe((1, ResultStatus.Running));
    }

    [Fact]
    public async Task A_write_of_its_own_whose_answer_was_lost_does_not_count_as_anothers()
    {
        await using var function = await LocalFunction.Start();
        await using var writer = await Writer(function, TimeProvider.System);
        PutRunning(function, Own);
        await writer.Finish(NotAcquired);
        function.Result(Key)!.Status.ShouldBe(ResultStatus.Refused);
    }

    [Fact]
    public async Task The_twin_of_the_run_that_holds_the_lock_stays_silent()
    {
        await using var function = await LocalFunction.Start();
        PutRunning(function);
        await using var writer = await Writer(function, TimeProvider.System);
        writer.Report(RunReport.Started with { WaitingFor = Stranger with { ApplicationName = $"drawbridge {SampleReleases.Id}" } });
        await writer.Finish(NotAcquired);
        function.Writes(Key).ShouldBe(1);
    }

    private static ResultFunction Own { get; } = new("drawbridge", "1", "r", "own stream", "eu-central-1");

    private static RunReport NotAcquired { get; } = RunReport.Started with
    {
        Status = ResultStatus.Refused,
        Error = new ResultError("lock-not-acquired", "Message.", "Remedy."),
    };

    private static RunReport Applied(int count) => RunReport.Started with
    {
        Scripts = [.. Enumerable.Range(1, count).Select(number =>
            new ScriptResult($"migrations/shopdb/{number}_x.sql", $"{number}", "x", ScriptStatus.Applied, true, 1, 5))],
    };

    private static void PutRunning(LocalFunction function, ResultFunction? by = null)
    {
        var running = StandingAnswers.Result(ResultStatus.Running, null);
        function.Put(Key, Encoding.UTF8.GetString(ResultJson.Write(running with { Function = by ?? running.Function })));
    }

    private static async Task<ResultWriter> Writer(LocalFunction function, TimeProvider time)
    {
        ReleaseId.TryParse(SampleReleases.Id, out var id).ShouldBeTrue();
        var file = await ResultFile.Open(function.Bucket, Key, CancellationToken.None);
        var key = new ManifestKey(ManifestKind.Release, id!, "shopdb");
        var composer = new ResultComposer(key, 1, Own, time);
        return new ResultWriter(file, composer, new JsonLog(TextWriter.Null, time), time);
    }
}
