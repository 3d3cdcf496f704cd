using System.Text;

namespace Drawbridge.LocalAws.Lambda;

/// <summary>
/// One attempt to have the function handle one event. Attempts of the same event share the request id.
/// </summary>
public sealed class FunctionInvocation
{
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<InvocationOutcome> _completion = new(
        TaskCreationOptions.RunContinuationsAsynchronously);

    internal FunctionInvocation(string requestId, ReadOnlyMemory<byte> payload)
    {
        RequestId = requestId;
        Payload = payload;
    }

    /// <summary>The event's id.</summary>
    public string RequestId { get; }

    /// <summary>The event.</summary>
    public ReadOnlyMemory<byte> Payload { get; }

    /// <summary>The event read as UTF-8.</summary>
    public string Text => Encoding.UTF8.GetString(Payload.Span);

    /// <summary>How it was invoked.</summary>
    public InvocationKind Kind { get; internal init; }

    /// <summary>1 for the first attempt.</summary>
    public int Attempt { get; internal init; } = 1;

    /// <summary>When the function got the event; null as long as it has not.</summary>
    public DateTimeOffset? StartedAt { get; private set; }

    /// <summary>When the function is killed.</summary>
    public DateTimeOffset Deadline { get; private set; }

    /// <summary>How it ended; null as long as it has not.</summary>
    public InvocationOutcome? Outcome => _completion.Task.IsCompletedSuccessfully ? _completion.Task.Result : null;

    /// <summary>Ends when the function has the event.</summary>
    public Task Started => _started.Task;

    /// <summary>Ends when the function has answered, failed or been killed.</summary>
    public Task<InvocationOutcome> Completion => _completion.Task;

    internal string? ClientContext { get; init; }

    internal string TraceId { get; } = $"Root=1-{DateTimeOffset.UtcNow.ToUnixTimeSeconds():x8}-{Guid.NewGuid().ToString("N")[..24]};Sampled=0";

    /// <summary>The clock starts when the function gets the event, not while its process starts.</summary>
    internal void Start(DateTimeOffset now, TimeSpan timeout)
    {
        StartedAt = now;
        Deadline = now + timeout;
        _started.TrySetResult();
    }

    /// <summary>Whether this was the first word on how it ended; later ones don't count.</summary>
    internal bool Complete(InvocationOutcome outcome) => _completion.TrySetResult(outcome);
}
