namespace Nuke.Common.Injection;

/// <summary>A parameter as it was given: its name and the words after it.</summary>
internal sealed record Argument(string Name, IReadOnlyList<string> Values)
{
    /// <summary>The words, and the parts of each that a '+' joins.</summary>
    public IReadOnlyList<string> Split() =>
        [.. Values.SelectMany(value => value.Split('+', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
}
