using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>The settings of <c>dotnet restore</c>.</summary>
public class DotNetRestoreSettings : ToolOptions
{
    internal override string Verb => "restore";
}

/// <summary>Sets them.</summary>
public static class DotNetRestoreSettingsExtensions
{
    /// <summary>Names the project or solution.</summary>
    public static T SetProjectFile<T>(this T o, string v)
        where T : DotNetRestoreSettings => ToolOptions.Set(o, "project", v);

    /// <summary>Sets an MSBuild property.</summary>
    public static T SetProperty<T>(this T o, string k, object v)
        where T : DotNetRestoreSettings => ToolOptions.Set(o, $"property {k}", $"--property:{k}={v}");
}
