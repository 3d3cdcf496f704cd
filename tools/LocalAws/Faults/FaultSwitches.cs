namespace Drawbridge.LocalAws.Faults;

/// <summary>What goes wrong on purpose. Switched while the server runs, by any thread.</summary>
public sealed class FaultSwitches
{
    /// <summary>Lets requests to S3 go wrong.</summary>
    public void Add(StorageFault fault) => Storage.Add(fault);

    /// <summary>Lets events go wrong.</summary>
    public void Add(EventFault fault) => Events.Add(fault);

    /// <summary>Lets all be well again. What was held back stays lost.</summary>
    public void Clear()
    {
        Storage.Clear();
        Events.Clear();
    }

    internal FaultQueue<StorageFault> Storage { get; } = new();

    internal FaultQueue<EventFault> Events { get; } = new();
}
