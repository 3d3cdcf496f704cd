namespace Drawbridge.LocalAws.Faults;

/// <summary>Some events that don't arrive as they were sent.</summary>
/// <param name="Mishap">What becomes of them.</param>
public sealed record EventFault(EventMishap Mishap) : IFault
{
    /// <inheritdoc/>
    public int Skip { get; init; }

    /// <inheritdoc/>
    public int Times { get; init; } = 1;

    /// <summary>How late a delayed event is.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(1);
}
