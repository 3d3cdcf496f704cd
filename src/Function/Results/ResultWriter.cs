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
    private bool _hadLock;

    public ResultWriter(ResultFile file, ResultComposer composer, JsonLog log, TimeProvider time)
    {
        (_file, _composer, _log, _time) = (file, composer, log, time);
        _progress = WriteProgress();
    }

    /// <summary>Takes note; never waits. How the run ended is for <see cref="Finish"/> to write.</summary>
    public void Report(RunReport value)
    {
        _holder = value.WaitingFor ?? _holder;
        // History is read under the lock, and the scripts are known only then.
        _hadLock |= value.Scripts.Count > 0;
        if (value.Status == ResultStatus.Running)
        {
            _newest.Writer.TryWrite(value);
        }
    }

    /// <summary>Writes the last state, unless an answer is there that stands.</summary>
    public async Task Finish(RunReport report)
    {
        await Stop();
        _hadLock |= report.Scripts.Count > 0;
        var result = _composer.Compose(report);
        if (Standing.Against(_file.Previous, result, _hadLock) || IsTwinAtWork(result))
        {
            _log.Info("The result stays as another invocation wrote it.");
            return;
        }

        var isWritten = await (_hadLock
            ? _file.Write(result, CancellationToken.None)
            : _file.WriteIfUnchanged(result, CancellationToken.None));
        if (!isWritten)
        {
            _log.Info("Another invocation has written the result meanwhile; it stays.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        _stop.Dispose();
    }

    /// <summary>The same event came twice and the other invocation is applying the release right now.</summary>
    private bool IsTwinAtWork(Result result) =>
        !_hadLock && _holder is not null && _holder.ApplicationName.Contains(result.Id, StringComparison.Ordinal);

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
        if (_file.Previous?.IsFinal() == true)
        {
            return;
        }

        try
        {
            var isHolder = report.Scripts.Count > 0;
            var result = _composer.Compose(report);
            _ = isHolder
                ? await _file.Write(result, CancellationToken.None)
                : !_file.Exists && await _file.WriteIfUnchanged(result, CancellationToken.None);
        }
        catch (DrawbridgeException exception)
        {
            // Progress is a courtesy; the run goes on and the last state is what counts.
            _log.Warning($"The result could not be written while the run is at work: {exception.Message}");
        }
    }

    /// <summary>Ends the pause, never a write: one that is cut off might still land, after the last state.</summary>
    private async Task Stop()
    {
        await _stop.CancelAsync();
        await _progress;
    }
}
