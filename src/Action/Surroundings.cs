using System.Collections;
using Drawbridge.GitHubAction.GitHub;

namespace Drawbridge.GitHubAction;

/// <summary>
/// Everything that reaches the program from outside, so that a run can be repeated with other values.
/// </summary>
/// <param name="Environment">The environment variables.</param>
/// <param name="Directory">The working directory, absolute.</param>
/// <param name="Time">The clock.</param>
/// <param name="Output">Where answers go.</param>
/// <param name="Error">Where complaints go.</param>
/// <param name="IsTerminal">
/// Whether a person watches <paramref name="Output"/>: colours and tables are fine then.
/// </param>
internal sealed record Surroundings(
    IReadOnlyDictionary<string, string> Environment,
    string Directory,
    TimeProvider Time,
    TextWriter Output,
    TextWriter Error,
    bool IsTerminal)
{
    /// <summary>How many more annotations this step may have.</summary>
    public AnnotationRoom AnnotationRoom { get; } = new();

    /// <summary>The real ones.</summary>
    public static Surroundings OfThisProcess() => new(
        System.Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "", StringComparer.Ordinal),
        System.Environment.CurrentDirectory,
        TimeProvider.System,
        Console.Out,
        Console.Error,
        !Console.IsOutputRedirected);

    /// <summary>
    /// An environment variable; null when it is missing or empty, which is how GitHub passes an input left out.
    /// </summary>
    public string? Variable(string name) =>
        Environment.TryGetValue(name, out var value) && value.Length > 0 ? value : null;
}
