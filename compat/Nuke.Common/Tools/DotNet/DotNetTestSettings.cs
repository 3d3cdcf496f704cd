using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>The settings of <c>dotnet test</c>.</summary>
public class DotNetTestSettings : ToolOptions
{
    internal override string Verb => "test";
}

/// <summary>Sets them.</summary>
public static class DotNetTestSettingsExtensions
{
    /// <summary>Names the project or solution.</summary>
    public static T SetProjectFile<T>(this T o, string v)
        where T : DotNetTestSettings => ToolOptions.Set(o, "project", v);

    /// <summary>Chooses Debug or Release.</summary>
    public static T SetConfiguration<T>(this T o, string v)
        where T : DotNetTestSettings => ToolOptions.Set(o, "configuration", "--configuration", v);

    /// <summary>Takes the packages as they were restored.</summary>
    public static T EnableNoRestore<T>(this T o)
        where T : DotNetTestSettings => ToolOptions.Set(o, "restore", "--no-restore");

    /// <summary>Takes the outputs as they were built.</summary>
    public static T EnableNoBuild<T>(this T o)
        where T : DotNetTestSettings => ToolOptions.Set(o, "build", "--no-build");

    /// <summary>Runs only the tests that match.</summary>
    public static T SetFilter<T>(this T o, string v)
        where T : DotNetTestSettings => v is null ? o : ToolOptions.Set(o, "filter", "--filter", v);

    /// <summary>Adds reports of the results.</summary>
    public static T AddLoggers<T>(this T o, params string[] v)
        where T : DotNetTestSettings => ToolOptions.Set(
            o,
            $"loggers {string.Join(' ', v)}",
            [.. v.SelectMany(logger => new[] { "--logger", logger })]);

    /// <summary>Says where the reports go.</summary>
    public static T SetResultsDirectory<T>(this T o, string v)
        where T : DotNetTestSettings => ToolOptions.Set(o, "results", "--results-directory", v);
}
