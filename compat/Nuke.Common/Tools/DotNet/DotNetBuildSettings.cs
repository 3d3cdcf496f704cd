using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>The settings of <c>dotnet build</c>.</summary>
public class DotNetBuildSettings : ToolOptions
{
    internal override string Verb => "build";
}

/// <summary>Sets them.</summary>
public static class DotNetBuildSettingsExtensions
{
    /// <summary>Names the project or solution.</summary>
    public static T SetProjectFile<T>(this T o, string v)
        where T : DotNetBuildSettings => ToolOptions.Set(o, "project", v);

    /// <summary>Chooses Debug or Release.</summary>
    public static T SetConfiguration<T>(this T o, string v)
        where T : DotNetBuildSettings => ToolOptions.Set(o, "configuration", "--configuration", v);

    /// <summary>Takes the packages as they were restored.</summary>
    public static T EnableNoRestore<T>(this T o)
        where T : DotNetBuildSettings => ToolOptions.Set(o, "restore", "--no-restore");

    /// <summary>Sets an MSBuild property.</summary>
    public static T SetProperty<T>(this T o, string k, object v)
        where T : DotNetBuildSettings => ToolOptions.Set(o, $"property {k}", $"--property:{k}={v}");
}
