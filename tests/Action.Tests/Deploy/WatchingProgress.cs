using Drawbridge.Engine;
using Drawbridge.GitHubAction.Follow;
using Drawbridge.Manifests;

namespace Drawbridge.GitHubAction.Tests.Deploy;

/// <summary>What the log of a run on GitHub shows, and when.</summary>
public sealed class WatchingProgress : IDisposable
{
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly LateClock _time = new();
    private readonly ProgressLog _log;

    public WatchingProgress() => _log = new ProgressLog(new Surroundings(
        new Dictionary<string, string> { ["GITHUB_ACTIONS"] = "true" }, ".", _time, _output, TextWriter.Null, IsTerminal: false));

    public void Dispose()
    {
        _log.Dispose();
        _output.Dispose();
    }

    [Fact]
    public async Task Databases_side_by_side_have_one_group_each_and_their_ends_below_it()
    {
        await _log.Tell("audit", With(ResultStatus.Running, "1", "2"));
        await _log.Tell("shop", With(ResultStatus.Running, "7"));
        await _log.Tell("audit", With(ResultStatus.Succeeded, "1", "2", "3"));
        await _log.Tell("shop", With(ResultStatus.Succeeded, "7", "8"));
        await _log.Close();

        Shown().ShouldBe(
        [
            "::group::audit", "applied 1 (1 statement, 7 ms)", "applied 2 (1 statement, 7 ms)", "applied 3 (1 statement, 7 ms)",
            "::endgroup::", "audit: succeeded: 3 scripts applied, now at no version",
            "::group::shop", "applied 7 (1 statement, 7 ms)", "applied 8 (1 statement, 7 ms)",
            "::endgroup::", "shop: succeeded: 2 scripts applied, now at no version",
        ]);
    }

    [Fact]
    public async Task Database_that_waits_or_ends_is_heard_at_once()
    {
        await _log.Tell("audit", With(ResultStatus.Running, "1"));
        await _log.Tell("shop", With(ResultStatus.Running) with { WaitingFor = new LockHolder(42, "psql", DateTimeOffset.UnixEpoch) });
        Shown()[^2..].ShouldBe(["::group::shop", "waits for the lock: 'psql' (pid 42) holds it since 00:00:00 UTC"]);

        await _log.Tell("audit", With(ResultStatus.Succeeded, "1"));
        Shown()[^2..].ShouldBe(["::endgroup::", "audit: succeeded: 1 script applied, now at no version"]);
    }

    [Fact]
    public async Task Group_that_is_open_when_nothing_more_comes_is_closed()
    {
        await _log.Tell("audit", With(ResultStatus.Running, "1"));
        await _log.Tell("shop", With(ResultStatus.Running, "7"));
        await _log.Close();

        Shown()[^3..].ShouldBe(["::group::shop", "applied 7 (1 statement, 7 ms)", "::endgroup::"]);
    }

    [Fact]
    public async Task Silence_says_now_and_then_what_is_at_work()
    {
        var running = With(ResultStatus.Running, "1");
        var pending = running.Scripts[0] with { Key = "2_index.sql", Status = ScriptStatus.Pending };
        await _log.Tell("shop", running with { Scripts = [.. running.Scripts, pending] });
        await _log.Remind("shop");
        Shown()[^1].ShouldStartWith("applied 1");

        _time.Late += TimeSpan.FromSeconds(20);
        await _log.Remind("shop");
        await _log.Remind("shop");

        Shown().Count(line => line == "still at 2_index.sql, nothing new for 20.0 s").ShouldBe(1);
    }

    [Fact]
    public async Task Tries_and_another_invocation_are_told()
    {
        var running = With(ResultStatus.Running, "1");
        await _log.Tell("shop", running with { Scripts = [running.Scripts[0] with { Tries = 3 }], Continues = true });

        Shown()[1..].ShouldBe(
            ["applied 1 (1 statement, 7 ms, 3 tries)", "goes on in another invocation of the function, 1 script applied so far"]);
    }

    private static RunReport With(ResultStatus status, params string[] applied) => RunReport.Started with
    {
        Status = status,
        Scripts = [.. applied.Select(key => new ScriptResult(key, key, "x", ScriptStatus.Applied, Transaction: true, Statements: 1, DurationMs: 7))],
    };

    /// <summary>Without the commands that keep a line from being one.</summary>
    private List<string> Shown() =>
        [.. _output.ToString().Split('\n').Where(line => line.Length > 0 && (!line.StartsWith("::", StringComparison.Ordinal) || line.Contains("group::", StringComparison.Ordinal)))];

    private sealed class LateClock : TimeProvider
    {
        public TimeSpan Late { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Late.Ticks;
    }
}
