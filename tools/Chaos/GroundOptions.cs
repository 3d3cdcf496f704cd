namespace Drawbridge.Chaos;

/// <summary>What the function is given.</summary>
/// <param name="Function">The path of the function, published or packaged.</param>
public sealed record GroundOptions(string Function)
{
    /// <summary>
    /// How long one invocation may take: long enough for every release here on a machine that does much else.
    /// </summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Variables for the function besides its settings.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();
}
