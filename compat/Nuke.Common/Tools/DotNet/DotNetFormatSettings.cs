using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>The settings of <c>dotnet format</c>.</summary>
public class DotNetFormatSettings : ToolOptions
{
    internal override string Verb => "format";
}

/// <summary>Sets them.</summary>
public static class DotNetFormatSettingsExtensions
{
    /// <summary>Names the project or solution.</summary>
    public static T SetProject<T>(this T o, string v)
        where T : DotNetFormatSettings => ToolOptions.Set(o, "project", v);

    /// <summary>Takes the packages as they were restored.</summary>
    public static T EnableNoRestore<T>(this T o)
        where T : DotNetFormatSettings => ToolOptions.Set(o, "restore", "--no-restore");

    /// <summary>Only says what would change.</summary>
    public static T EnableVerifyNoChanges<T>(this T o)
        where T : DotNetFormatSettings => ToolOptions.Set(o, "verify", "--verify-no-changes");
}
