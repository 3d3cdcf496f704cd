using Nuke.Common.Execution;
using Nuke.Common.Injection;
using Nuke.Common.IO;

namespace Nuke.Common;

public abstract partial class NukeBuild
{
    private static readonly Lazy<AbsolutePath> Root = new(() => RootLocation.Find(ParameterSources.Current));

    /// <summary>The directory that holds <c>.nuke</c>.</summary>
    [Parameter("The root directory.", Name = "Root")]
    public static AbsolutePath RootDirectory => Root.Value;

    /// <summary><c>.nuke/temp</c>, which exists and is not under version control.</summary>
    public static AbsolutePath TemporaryDirectory => (RootDirectory / ".nuke" / "temp").CreateDirectory();

    /// <summary>How much the build says.</summary>
    [Parameter("How much the build says: Verbose, Normal, Minimal or Quiet.")]
    public static Verbosity Verbosity
    {
        get => Output.Logging.Verbosity;
        set => Output.Logging.Verbosity = value;
    }

    /// <summary>Whether a person started the build.</summary>
    public static bool IsLocalBuild => !IsServerBuild;

    /// <summary>Whether a build server started the build.</summary>
    public static bool IsServerBuild => BuildHost.Current.IsServer;
}
