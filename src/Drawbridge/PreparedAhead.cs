namespace Drawbridge;

/// <summary>
/// Things that are used one after the other, and prepared by whoever has nothing else to do: other threads, and the one
/// that uses them while the next is not prepared yet. So no core waits where there is something to do.
/// </summary>
internal sealed class PreparedAhead<T, TPrepared>(IReadOnlyList<T> things, Func<T, TPrepared> prepare)
{
    /// <summary>How many wait for their use at most: what is prepared needs room.</summary>
    private const int MostAhead = 256;

    private readonly Task<TPrepared>?[] _prepared = new Task<TPrepared>?[things.Count];
    private int _next;
    private int _used;

    /// <summary>Uses each, in order. What fails, fails as it would alone.</summary>
    public void Use(Action<TPrepared> use)
    {
        var helpers = Enumerable.Range(1, Environment.ProcessorCount - 1).Select(_ => Task.Run(Help)).ToArray();
        try
        {
            while (_used < things.Count)
            {
                use(Await(_used));
                Volatile.Write(ref _used, _used + 1);
            }
        }
        finally
        {
            Interlocked.Exchange(ref _next, things.Count);
            Volatile.Write(ref _used, things.Count);
            Task.WaitAll(helpers);
        }
    }

    private void Help()
    {
        do
        {
            SpinWait.SpinUntil(() => Volatile.Read(ref _next) - Volatile.Read(ref _used) < MostAhead);
        }
        while (PrepareNext());
    }

    private TPrepared Await(int at)
    {
        while (Volatile.Read(ref _prepared[at]) is null && PrepareNext())
        {
            // One more, whichever it is, is what others need not do.
        }

        SpinWait.SpinUntil(() => Volatile.Read(ref _prepared[at]) is not null);
        return Interlocked.Exchange(ref _prepared[at], null)!.GetAwaiter().GetResult();
    }

    private bool PrepareNext()
    {
        var at = Interlocked.Increment(ref _next) - 1;
        if (at >= things.Count)
        {
            return false;
        }

        var task = new Task<TPrepared>(() => prepare(things[at]));
        task.RunSynchronously(TaskScheduler.Default);
        Volatile.Write(ref _prepared[at], task);
        return true;
    }
}
