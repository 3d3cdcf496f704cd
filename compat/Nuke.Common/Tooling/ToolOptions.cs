using System.Collections;
using System.Collections.Immutable;

namespace Nuke.Common.Tooling;

/// <summary>The settings of one call of a tool. They never change: a setter gives a copy.</summary>
public abstract class ToolOptions
{
    internal abstract string Verb { get; }

    internal ImmutableList<(string Name, ImmutableArray<string> Words)> Arguments { get; private set; } = [];

    internal ImmutableDictionary<string, string> Variables { get; private set; } = Inherited();

    internal static T Set<T>(T options, string name, params string[] words)
        where T : ToolOptions
    {
        var others = options.Arguments.RemoveAll(argument => argument.Name == name);
        return Copy(options, copy => copy.Arguments = others.Add((name, [.. words])));
    }

    internal static T SetVariable<T>(T options, string name, string value)
        where T : ToolOptions =>
        Copy(options, copy => copy.Variables = copy.Variables.SetItem(name, value));

    private static T Copy<T>(T options, Action<ToolOptions> change)
        where T : ToolOptions
    {
        var copy = (T)options.MemberwiseClone();
        change(copy);
        return copy;
    }

    private static ImmutableDictionary<string, string> Inherited() =>
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToImmutableDictionary(variable => (string)variable.Key, variable => (string)variable.Value!);
}
