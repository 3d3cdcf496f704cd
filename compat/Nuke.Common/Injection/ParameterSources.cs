using Nuke.Common.Execution;

namespace Nuke.Common.Injection;

/// <summary>Where parameters come from, the first that has a value first.</summary>
internal sealed class ParameterSources
{
    private static readonly Lazy<ParameterSources> Process = new(() => new(
        new(System.Environment.GetCommandLineArgs().Skip(1)),
        new(System.Environment.GetEnvironmentVariables())));

    private readonly Lazy<ParametersFiles> _files;

    private ParameterSources(CommandLine commandLine, EnvironmentVariables environment)
    {
        CommandLine = commandLine;
        Environment = environment;
        _files = new(() => new(RootLocation.Find(this), commandLine.Find("Profile")?.Values ?? []));
    }

    /// <summary>The sources of this process.</summary>
    public static ParameterSources Current => Process.Value;

    public CommandLine CommandLine { get; }

    public EnvironmentVariables Environment { get; }

    /// <summary>A parameter of the build.</summary>
    public Argument? Find(string name) =>
        CommandLine.Find(name) ?? _files.Value.Find(name) ?? Environment.Find(name);

    /// <summary>An option that every build has.</summary>
    public Argument? FindOption(string name) =>
        CommandLine.Find(name) ?? _files.Value.Find(name) ?? Environment.FindOption(name);
}
