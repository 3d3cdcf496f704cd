using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>The settings of <c>dotnet publish</c>.</summary>
public class DotNetPublishSettings : ToolOptions
{
    internal override string Verb => "publish";
}

/// <summary>Sets them.</summary>
public static class DotNetPublishSettingsExtensions
{
    /// <summary>Names the project or solution.</summary>
    public static T SetProject<T>(this T o, string v)
        where T : DotNetPublishSettings => ToolOptions.Set(o, "project", v);

    /// <summary>Chooses Debug or Release.</summary>
    public static T SetConfiguration<T>(this T o, string v)
        where T : DotNetPublishSettings => ToolOptions.Set(o, "configuration", "--configuration", v);

    /// <summary>Takes the packages as they were restored.</summary>
    public static T EnableNoRestore<T>(this T o)
        where T : DotNetPublishSettings => ToolOptions.Set(o, "restore", "--no-restore");

    /// <summary>Takes the outputs as they were built.</summary>
    public static T EnableNoBuild<T>(this T o)
        where T : DotNetPublishSettings => ToolOptions.Set(o, "build", "--no-build");

    /// <summary>Says where the files go.</summary>
    public static T SetOutput<T>(this T o, string v)
        where T : DotNetPublishSettings => ToolOptions.Set(o, "output", "--output", v);

    /// <summary>Chooses the platform.</summary>
    public static T SetRuntime<T>(this T o, string v)
        where T : DotNetPublishSettings => ToolOptions.Set(o, "runtime", "--runtime", v);

    /// <summary>Says whether the runtime is part of the files.</summary>
    public static T SetSelfContained<T>(this T o, bool? v)
        where T : DotNetPublishSettings => v is null ? o : ToolOptions.Set(
            o,
            "self-contained",
            "--self-contained",
            v.Value ? "true" : "false");

    /// <summary>Compiles for the platform ahead of time.</summary>
    public static T EnablePublishReadyToRun<T>(this T o)
        where T : DotNetPublishSettings => ToolOptions.Set(o, "ready-to-run", "--property:PublishReadyToRun=true");

    /// <summary>Sets an MSBuild property.</summary>
    public static T SetProperty<T>(this T o, string k, object v)
        where T : DotNetPublishSettings => ToolOptions.Set(o, $"property {k}", $"--property:{k}={v}");
}
