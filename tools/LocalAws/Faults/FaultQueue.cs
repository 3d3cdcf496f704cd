namespace Drawbridge.LocalAws.Faults;

/// <summary>The faults that are switched on; each is counted down as it happens. For any thread.</summary>
internal sealed class FaultQueue<T>
    where T : class, IFault
{
    private readonly Lock _gate = new();
    private readonly List<(T Fault, int Skip, int Left)> _armed = [];

    public void Add(T fault)
    {
        lock (_gate)
        {
            _armed.Add((fault, fault.Skip, fault.Times));
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _armed.Clear();
        }
    }

    /// <summary>The first fault that concerns something and is due now; null when all goes well.</summary>
    public T? Take(Predicate<T> concerns)
    {
        lock (_gate)
        {
            for (var index = 0; index < _armed.Count; index++)
            {
                var (fault, skip, left) = _armed[index];
                if (!concerns(fault) || left == 0)
                {
                    continue;
                }

                if (skip == 0)
                {
                    _armed[index] = (fault, 0, left - 1);
                    return fault;
                }

                _armed[index] = (fault, skip - 1, left);
            }

            return null;
        }
    }
}
