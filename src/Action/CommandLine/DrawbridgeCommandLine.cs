using System.CommandLine;
using System.CommandLine.Help;
using System.Diagnostics.CodeAnalysis;
using Drawbridge.GitHubAction.Apply;
using Drawbridge.GitHubAction.Auto;
using Drawbridge.GitHubAction.Deploy;
using Drawbridge.GitHubAction.Doctor;
using Drawbridge.GitHubAction.GitHub;
using Drawbridge.GitHubAction.Init;
using Drawbridge.GitHubAction.Plan;
using Drawbridge.GitHubAction.Problems;
using Drawbridge.GitHubAction.Renumber;
using Drawbridge.GitHubAction.Status;
using Drawbridge.GitHubAction.Undo;
using Drawbridge.GitHubAction.Validate;

namespace Drawbridge.GitHubAction.CommandLine;

/// <summary>The program's commands, and the one place where a broken world becomes a message and an exit code.</summary>
internal static class DrawbridgeCommandLine
{
    /// <summary>How long a cancelled run may take to leave a clean state; GitHub kills after 7.5 s.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(6);

    /// <summary>Runs one command line.</summary>
    [SuppressMessage(
        "Design",
        "CA1031:Do not catch general exception types",
        Justification = "A person who waits for a deploy can do nothing with a stack trace.")]
    public static async Task<int> Run(IReadOnlyList<string> arguments, Surroundings surroundings)
    {
        try
        {
            return await RunCommand(arguments, surroundings);
        }
        catch (Exception exception)
        {
            Problem problem = exception is IOException or UnauthorizedAccessException
                ? new FileUnusable(exception.Message.TrimEnd('.'))
                : new UnexpectedFailure(exception.GetType().FullName ?? "");
            // Not to the summary or the outputs: those may be what can't be written.
            await new Annotations(surroundings).Write([Annotation.Of(problem)]);
            return (int)ExitCode.Failed;
        }
    }

    private static async Task<int> RunCommand(IReadOnlyList<string> arguments, Surroundings surroundings)
    {
        var parsed = Root(surroundings).Parse(arguments);
        if (await Misuse.WasReported(parsed, surroundings))
        {
            return (int)ExitCode.Misused;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                Output = surroundings.Output,
                Error = surroundings.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = Farewell,
            });
        }
        catch (DrawbridgeException exception)
        {
            await ProblemReport.Write(exception.Problem, surroundings);
            return (int)ExitCode.Failed;
        }
    }

    private static Command Root(Surroundings surroundings)
    {
        var root = new Command(
            "drawbridge", "Ships database migrations into a private network, and checks them before.");
        DrawbridgeCommand[] commands =
        [
            new AutoCommand(surroundings, name => root.Parse([name])),
            new ValidateCommand(surroundings),
            new PlanCommand(surroundings),
            new DeployCommand(surroundings),
            new UndoCommand(surroundings),
            new StatusCommand(surroundings),
            new DoctorCommand(surroundings),
            new ApplyCommand(surroundings),
            new InitCommand(surroundings),
            new RenumberCommand(surroundings),
        ];
        var help = new HelpOption();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
        help.Recursive = true;
        root.Add(help);
        root.Add(new VersionOption());
        Array.ForEach(commands, root.Add);
        return root;
    }
}
