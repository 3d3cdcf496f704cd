namespace Nuke.Common.Tooling;

/// <summary>Settings that every tool has.</summary>
public static class ToolOptionsExtensions
{
    /// <summary>Sets a variable besides those that the tool inherits.</summary>
    public static T SetProcessEnvironmentVariable<T>(this T o, string key, string value)
        where T : ToolOptions => ToolOptions.SetVariable(o, key, value);
}
