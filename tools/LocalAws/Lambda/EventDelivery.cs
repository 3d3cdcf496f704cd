namespace Drawbridge.LocalAws.Lambda;

/// <summary>
/// Lambda's queue for asynchronous invocations: each event is delivered by itself, tried again after an error with
/// the same request id, and given up after the last attempt or when it is too old.
/// </summary>
internal sealed class EventDelivery(
    LambdaFunction function, LocalAwsOptions options, FunctionLog log, CancellationToken stopping)
{
    private readonly Lock _gate = new();
    private readonly List<DeadLetter> _deadLetters = [];
    private readonly HashSet<Task> _underWay = [];

    public IReadOnlyList<DeadLetter> DeadLetters
    {
        get
        {
            lock (_gate)
            {
                return [.. _deadLetters];
            }
        }
    }

    /// <summary>Takes the event in and returns its request id at once.</summary>
    public string Accept(ReadOnlyMemory<byte> payload, string? clientContext = null) =>
        Accept(payload, TimeSpan.Zero, clientContext);

    /// <summary>Takes the event in, keeps it for a while before the first attempt, and returns its request id at once.</summary>
    public string Accept(ReadOnlyMemory<byte> payload, TimeSpan delay, string? clientContext = null)
    {
        var first = new FunctionInvocation(Guid.NewGuid().ToString(), payload) { Kind = InvocationKind.Event, ClientContext = clientContext };
        lock (_gate)
        {
            _underWay.RemoveWhere(task => task.IsCompleted);
            _underWay.Add(Task.Run(() => Deliver(first, delay), CancellationToken.None));
        }

        return first.RequestId;
    }

    /// <summary>Ends when every event taken in so far, and every one that came of it, is done or given up.</summary>
    public async Task Settled(CancellationToken cancellationToken)
    {
        while (true)
        {
            Task[] underWay;
            lock (_gate)
            {
                underWay = [.. _underWay.Where(task => !task.IsCompleted)];
            }

            if (underWay.Length == 0)
            {
                return;
            }

            await Task.WhenAll(underWay).WaitAsync(cancellationToken);
        }
    }

    private async Task Deliver(FunctionInvocation first, TimeSpan firstDelay)
    {
        using var tooOld = new CancellationTokenSource(options.Lambda.MaximumEventAge, options.Time);
        InvocationOutcome? last = null;
        var attempts = 0;
        try
        {
            foreach (var delay in options.Lambda.RetryDelays.Prepend(firstDelay))
            {
                await Wait(delay, tooOld.Token);
                var attempt = Again(first, attempts + 1);
                last = await function.Run(attempt, tooOld.Token);
                attempts++;
                if (last.Succeeded)
                {
                    return;
                }
            }

            GiveUp(first, "RetriesExhausted", attempts, last);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The queue ends with the program.
        }
        catch (OperationCanceledException)
        {
            GiveUp(first, "EventAgeExceeded", attempts, last);
        }
    }

    private async Task Wait(TimeSpan delay, CancellationToken tooOld)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(tooOld, stopping);
        await Task.Delay(delay, options.Time, either.Token);
    }

    private static FunctionInvocation Again(FunctionInvocation first, int attempt) =>
        new(first.RequestId, first.Payload)
        {
            Kind = first.Kind,
            ClientContext = first.ClientContext,
            Attempt = attempt,
        };

    private void GiveUp(FunctionInvocation invocation, string condition, int attempts, InvocationOutcome? last)
    {
        var letter = new DeadLetter(invocation.RequestId, condition, attempts, invocation.Payload, last)
        {
            Time = options.Time.GetUtcNow(),
            FunctionArn = options.Lambda.Arn(options.Region),
        };
        lock (_gate)
        {
            _deadLetters.Add(letter);
        }

        log.Note($"Event {letter.RequestId} given up: {condition}");
    }
}
