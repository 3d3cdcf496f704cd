namespace Drawbridge.LocalAws.Faults;

/// <summary>Some requests to S3 that go wrong.</summary>
/// <param name="Failure">How.</param>
public sealed record StorageFault(StorageFailure Failure) : IFault
{
    /// <summary>The HTTP method of these requests; null for any.</summary>
    public string? Method { get; init; }

    /// <summary>How their keys begin.</summary>
    public string KeyPrefix { get; init; } = "";

    /// <inheritdoc/>
    public int Skip { get; init; }

    /// <inheritdoc/>
    public int Times { get; init; } = 1;

    /// <summary>How long a delayed request waits.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(1);
}
