using System.Threading.Channels;
using Drawbridge.Engine;
using Drawbridge.LambdaFunction.Logs;
using Drawbridge.Manifests;

namespace Drawbridge.LambdaFunction.Results;

/// <summary>
/// Keeps a result current while a run is at work: at most twice a second, one write in flight, always the newest
/// state. Only the holder of the lock rewrites; who waits for it may only create.
/// </summary>
internal sealed class ResultWriter : IProgress<RunReport>, IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly Channel<RunReport> _newest = Channel.CreateBounded<RunReport>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    private readonly CancellationTokenSource _stop = new();
    private readonly ResultFile _file;
    private readonly ResultComposer _composer;
    private readonly JsonLog _log;
    private readonly TimeProvider _time;
    private readonly Task _progress;
    private LockHolder? _holder;
    private bool _hasLooked;

    public ResultWriter(ResultFile file, ResultComposer composer, JsonLog log, TimeProvider time)
    {
        (_file, _composer, _log, _time) = (file, composer, log, time);
        _progress = WriteProgress();
    }

    /// <summary>Takes note; never waits. How the run ended is for <see cref="Finish"/> to write.</summary>
    public void Report(RunReport value)
    {
        _holder = value.WaitingFor ?? _holder;
        if (value.Status == ResultStatus.Running)
        {
            _newest.Writer.TryWrite(value);
        }
    }

    /// <summary>Writes the last state, unless an answer is there that stands.</summary>
    public async Task Finish(RunReport report)
    {
        await Stop();
        await LookUnderLock(report);
        var result = _composer.Compose(report);
        var stands = Standing.Against(_file.Previous, result, HasLock(report)) || IsTwinAtWork(report, result);
        if (stands || !(await Write(result) || await WriteOverOwn(result)))
        {
            _log.Info("The result stays as another invocation wrote it.");
        }
    }

    /// <summary>Takes back the last state, unless somebody else has written since.</summary>
    public async Task Correct(RunReport report)
    {
        if (!await _file.WriteIfUnchanged(_composer.Compose(report), CancellationToken.None))
        {
            _log.Info("The result stays as another invocation wrote it.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        _stop.Dispose();
    }

    /// <summary>History is read under the lock, and the scripts are known only then.</summary>
    private static bool HasLock(RunReport report) => report.Scripts.Count > 0 && report.Mode != ReleaseMode.Plan;

    /// <summary>The same event came twice and the other invocation is applying the release right now.</summary>
    private bool IsTwinAtWork(RunReport report, Result result) =>
        !HasLock(report) && _holder is not null && _holder.ApplicationName.Contains(result.Id, StringComparison.Ordinal);

    /// <summary>Whoever had the lock before may have finished this very release.</summary>
    private async Task LookUnderLock(RunReport report)
    {
        if (HasLock(report) && !_hasLooked)
        {
            await _file.Look(CancellationToken.None);
            _hasLooked = true;
        }
    }

    /// <summary>
    /// A run lets go of the lock before its last state is written, so one that ran nothing gives way to it. Writes are
    /// never cancelled: one that is cut off might still land, after the last state.
    /// </summary>
    private Task<bool> Write(Result result) => result.Scripts.Any(script => script.DurationMs is not null)
        ? _file.Write(result, CancellationToken.None)
        : _file.WriteIfUnchanged(result, CancellationToken.None);

    /// <summary>When the answer to an earlier write was lost, what is there may be this run's own.</summary>
    private async Task<bool> WriteOverOwn(Result result)
    {
        await _file.Look(CancellationToken.None);
        return _file.Previous?.Function == result.Function && await Write(result);
    }

    private async Task WriteProgress()
    {
        try
        {
            await foreach (var report in _newest.Reader.ReadAllAsync(_stop.Token))
            {
                await WriteProgress(report);
                await Task.Delay(Pause, _time, _stop.Token);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // What is left is the last state's to say.
        }
    }

    private async Task WriteProgress(RunReport report)
    {
        try
        {
            await LookUnderLock(report);
            if (_file.Previous?.Status.IsFinal() != true && (HasLock(report) || !_file.Exists))
            {
                await Write(_composer.Compose(report));
            }
        }
        catch (DrawbridgeException exception)
        {
            // Progress is a courtesy; the run goes on and the last state is what counts.
            _log.Warning($"The result could not be written while the run is at work: {exception.Message}");
        }
    }

    /// <summary>Ends the pause, never a write.</summary>
    private async Task Stop()
    {
        await _stop.CancelAsync();
        await _progress;
    }
}
