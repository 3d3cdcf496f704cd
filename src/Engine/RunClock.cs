namespace Drawbridge.Engine;

/// <summary>
/// How much time a run has. The platform kills without a signal, so a run stops itself: before it begins something
/// when little time is left, and in the middle of it when none is.
/// </summary>
public sealed class RunClock : IDisposable
{
    private static readonly TimeSpan LongestReserve = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource _stop;
    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly TimeSpan? _whole;
    private readonly TimeSpan? _left;
    private readonly bool _mayContinue;
    private long _begun;

    /// <summary>A run that only a person stops.</summary>
    public RunClock(TimeProvider time, CancellationToken stop)
    {
        _time = time;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(stop);
        _start = _begun = time.GetTimestamp();
    }

    /// <summary>A run inside an invocation.</summary>
    /// <param name="time">The clock.</param>
    /// <param name="whole">What a run has that begins with its invocation.</param>
    /// <param name="left">What this run has.</param>
    /// <param name="mayContinue">Whether another invocation may follow.</param>
    public RunClock(TimeProvider time, TimeSpan whole, TimeSpan left, bool mayContinue)
    {
        (_time, _whole, _left, _mayContinue) = (time, whole, left, mayContinue);
        _stop = new CancellationTokenSource(left, time);
        _start = _begun = time.GetTimestamp();
    }

    /// <summary>Ends the statement at work when time is over.</summary>
    public CancellationToken Stop => _stop.Token;

    /// <summary>Whether nothing but a person ends it.</summary>
    public bool IsEndless => _left is null;

    /// <summary>Until <see cref="Stop"/>; null when nothing limits the run.</summary>
    public TimeSpan? Left => _left - Elapsed;

    /// <summary>Since the run began.</summary>
    public TimeSpan Elapsed => _time.GetElapsedTime(_start);

    /// <summary>
    /// Whether what was stopped can hope for more time in another invocation: it began late, so it had not nearly all
    /// of this one.
    /// </summary>
    public bool MayContinue => _mayContinue && Had < 0.75 * _whole;

    /// <summary>What is at work had so much of the run's time; how long rolling back took is not its fault.</summary>
    private TimeSpan? Had => (Elapsed < _left ? Elapsed : _left) - _time.GetElapsedTime(_start, _begun);

    /// <summary>With less than this it is not worth while to begin anything.</summary>
    private TimeSpan? Reserve => _whole / 10 < LongestReserve ? _whole / 10 : LongestReserve;

    /// <summary>Something begins that can't be divided: a script in its transaction, or a single statement.</summary>
    /// <exception cref="OperationCanceledException">It would hardly come to its end.</exception>
    public void Begin()
    {
        _begun = _time.GetTimestamp();
        if (Left < Reserve)
        {
            _stop.Cancel();
        }

        Stop.ThrowIfCancellationRequested();
    }

    /// <inheritdoc/>
    public void Dispose() => _stop.Dispose();
}
