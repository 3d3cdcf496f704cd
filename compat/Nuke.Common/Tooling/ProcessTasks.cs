using System.ComponentModel;
using System.Diagnostics;
using Nuke.Common.Execution;
using Serilog;

namespace Nuke.Common.Tooling;

/// <summary>Starts programs.</summary>
public static class ProcessTasks
{
    /// <summary>
    /// Starts a program; its lines go to the log. Variables, when given, are all that the program sees:
    /// those of this process are not added.
    /// </summary>
    public static IProcess StartProcess(
        string toolPath,
        string arguments = null!,
        string workingDirectory = null!,
        IReadOnlyDictionary<string, string> environmentVariables = null!,
        int? timeout = null,
        bool? logOutput = null,
        bool? logInvocation = null,
        Action<OutputType, string> logger = null!,
        Func<string, string> outputFilter = null!)
    {
        var start = new ProcessStartInfo(toolPath, arguments ?? "")
        {
            WorkingDirectory = workingDirectory ?? NukeBuild.RootDirectory,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (environmentVariables is not null)
        {
            start.Environment.Clear();
            environmentVariables.ToList().ForEach(variable => start.Environment[variable.Key] = variable.Value);
        }

        if (logInvocation ?? true)
        {
            Log.Information("> {Tool} {Arguments}", toolPath, start.Arguments);
        }

        var log = logOutput ?? true ? logger ?? DefaultLogger : (_, _) => { };
        var filter = outputFilter ?? (line => line);
        return Start(start, timeout, (type, line) => log(type, filter(line)));
    }

    /// <summary>Shows a line: those of standard error as errors.</summary>
    public static void DefaultLogger(OutputType type, string output)
    {
        if (type == OutputType.Std)
        {
            Log.Debug("{Line}", output);
        }
        else
        {
            Log.Error("{Line}", output);
        }
    }

    private static StartedProcess Start(ProcessStartInfo start, int? timeout, Action<OutputType, string> logger)
    {
        try
        {
            return new(start, timeout, logger);
        }
        catch (Win32Exception)
        {
            throw new BuildFailedException(
                $"The program '{start.FileName}' was not found; install it and put it on the PATH.");
        }
    }
}
