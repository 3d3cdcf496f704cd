namespace Drawbridge.LocalAws.Faults;

/// <summary>What becomes of an event on its way to the function.</summary>
public enum EventMishap
{
    /// <summary>It never arrives.</summary>
    Dropped,

    /// <summary>It arrives twice.</summary>
    Doubled,

    /// <summary>It arrives after <see cref="EventFault.Delay"/>.</summary>
    Delayed,

    /// <summary>It arrives after the next one.</summary>
    Overtaken,
}
