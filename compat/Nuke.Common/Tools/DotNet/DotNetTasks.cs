using Nuke.Common.Tooling;
using Serilog;

namespace Nuke.Common.Tools.DotNet;

/// <summary>The commands of the <c>dotnet</c> program.</summary>
public class DotNetTasks
{
    /// <summary>Restores packages.</summary>
    public static IReadOnlyCollection<Tooling.Output> DotNetRestore(Configure<DotNetRestoreSettings> configurator) =>
        Run(configurator(new()));

    /// <summary>Builds.</summary>
    public static IReadOnlyCollection<Tooling.Output> DotNetBuild(Configure<DotNetBuildSettings> configurator) =>
        Run(configurator(new()));

    /// <summary>Runs tests.</summary>
    public static IReadOnlyCollection<Tooling.Output> DotNetTest(Configure<DotNetTestSettings> configurator) =>
        Run(configurator(new()));

    /// <summary>Builds, and gathers what a machine without the source needs.</summary>
    public static IReadOnlyCollection<Tooling.Output> DotNetPublish(Configure<DotNetPublishSettings> configurator) =>
        Run(configurator(new()));

    /// <summary>Formats code.</summary>
    public static IReadOnlyCollection<Tooling.Output> DotNetFormat(Configure<DotNetFormatSettings> configurator) =>
        Run(configurator(new()));

    private static IReadOnlyCollection<Tooling.Output> Run(ToolOptions options)
    {
        var words = options.Arguments.SelectMany(argument => argument.Words).Prepend(options.Verb);
        using var process = ProcessTasks.StartProcess(
            "dotnet",
            string.Join(' ', words.Select(Quoted)),
            environmentVariables: options.Variables,
            logger: Show);
        return process.AssertZeroExitCode().Output;
    }

    private static string Quoted(string word) =>
        word.Any(char.IsWhiteSpace) || word.Contains('"') ? $"\"{word.Replace("\"", "\\\"")}\"" : word;

    private static void Show(OutputType type, string line)
    {
        if (type == OutputType.Err || line.Contains(": error ", StringComparison.Ordinal))
        {
            Log.Error("{Line}", line);
        }
        else if (line.Contains(": warning ", StringComparison.Ordinal))
        {
            Log.Warning("{Line}", line);
        }
        else
        {
            Log.Debug("{Line}", line);
        }
    }
}
