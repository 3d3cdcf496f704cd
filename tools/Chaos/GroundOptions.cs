namespace Drawbridge.Chaos;

/// <summary>What the function is given.</summary>
/// <param name="Function">The path of <c>Drawbridge.LambdaFunction.dll</c>, published.</param>
public sealed record GroundOptions(string Function)
{
    /// <summary>
    /// How long one invocation may take: long enough for every release here, short enough to wait for when one hangs.
    /// </summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Variables for the function besides its settings.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();
}
