using System.CommandLine;
using System.CommandLine.Parsing;

namespace Drawbridge.GitHubAction.CommandLine;

/// <summary>
/// An option that falls back to <c>DRAWBRIDGE_&lt;OPTION&gt;</c>, which is how <c>action.yml</c> passes its inputs:
/// never pasted into a shell line. An empty variable counts as none.
/// </summary>
internal sealed class EnvironmentOption<T> : Option<T>
    where T : IParsable<T>
{
    private readonly Surroundings _surroundings;

    /// <summary>An option <c>--name</c>.</summary>
    /// <param name="name">With its two dashes.</param>
    /// <param name="surroundings">Whose environment to look at.</param>
    /// <param name="fallback">What it is when neither says anything.</param>
    public EnvironmentOption(string name, Surroundings surroundings, T fallback)
        : base(name)
    {
        _surroundings = surroundings;
        Variable = "DRAWBRIDGE_" + name.TrimStart('-').Replace('-', '_').ToUpperInvariant();
        DefaultValueFactory = result => surroundings.Variable(Variable) is { } text ? Parsed(text, fallback, result) : fallback;
    }

    /// <summary>The environment variable.</summary>
    public string Variable { get; }

    /// <summary>
    /// What the user gave, for the validators of a command: they run before the parser looks at what is not on the
    /// command line. Null for nothing.
    /// </summary>
    public string? TextIn(SymbolResult result) =>
        result.GetResult(this)?.Tokens.SingleOrDefault()?.Value ?? _surroundings.Variable(Variable);

    private T Parsed(string text, T fallback, ArgumentResult result)
    {
        if (T.TryParse(text, provider: null, out var value))
        {
            return value;
        }

        result.AddError($"'{text}' in the environment variable {Variable} is not what '{Name}' takes.");
        return fallback;
    }
}
