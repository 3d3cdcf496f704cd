using Drawbridge.LocalEnvironment.Processes;

namespace Drawbridge.LocalEnvironment.GitHub;

/// <summary>Runs the action's program in a checkout, as the last step of <c>action.yml</c> does.</summary>
/// <param name="program">The action, as it was compiled or as it is packaged.</param>
/// <param name="workFolder">Receives the runner's files, one folder a run.</param>
/// <param name="settings">Variables of every run, which go before the runner's: credentials, endpoints.</param>
public sealed class ActionProcess(string program, string workFolder, IReadOnlyDictionary<string, string> settings)
{
    private int _runs;

    /// <summary>Runs it to its end, handing over each line of its log as it comes.</summary>
    public Task<ActionRun> Run(
        ActionCall call, Action<LogLine>? eachLine = null, CancellationToken cancellationToken = default)
    {
        var run = ++_runs;
        var command = call.Arguments[0];
        var step = new RunnerStep(command, call.Event, call.Checkout, Path.Combine(workFolder, $"{run}-{command}"))
        {
            Run = run,
            Attempt = call.Attempt,
        };
        var start = Subprocess.Start(program, call.Arguments);
        start.WorkingDirectory = call.Checkout;
        return step.Start(start, settings, eachLine, cancellationToken);
    }
}
