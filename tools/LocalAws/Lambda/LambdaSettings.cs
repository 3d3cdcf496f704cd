namespace Drawbridge.LocalAws.Lambda;

/// <summary>How Lambda treats the function. Everything not set is what AWS does by default.</summary>
public sealed record LambdaSettings
{
    /// <summary>The function's name.</summary>
    public string FunctionName { get; init; } = "drawbridge";

    /// <summary>How long one invocation may take before its process is killed.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(900);

    /// <summary>
    /// How long a process may take to ask for its first event. After that it is started once more, within
    /// <see cref="Timeout"/>.
    /// </summary>
    public TimeSpan InitTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How many processes may run side by side when LocalAws starts them.</summary>
    public int Concurrency { get; init; } = 10;

    /// <summary>
    /// How long to wait before each further attempt of an event that failed. As many as there are delays.
    /// </summary>
    public IReadOnlyList<TimeSpan> RetryDelays { get; init; } = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2)];

    /// <summary>How old an event may get before it is given up.</summary>
    public TimeSpan MaximumEventAge { get; init; } = TimeSpan.FromHours(6);

    /// <summary>The memory that the function is told it has. Nothing limits it to that.</summary>
    public int MemoryMegabytes { get; init; } = 1024;

    /// <summary>The function's ARN.</summary>
    /// <param name="region">The region it names.</param>
    public string Arn(string region) => $"arn:aws:lambda:{region}:000000000000:function:{FunctionName}";
}
