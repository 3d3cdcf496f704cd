using System.Collections.Concurrent;
using System.Diagnostics;
using Drawbridge.LocalEnvironment.Processes;

namespace Drawbridge.LocalEnvironment.GitHub;

/// <summary>
/// Runs the action in a checkout as GitHub's runner would: as a process, with the runner's variables and files.
/// </summary>
/// <param name="assembly">The path of <c>Drawbridge.GitHubAction.dll</c>.</param>
/// <param name="workFolder">Receives the runner's files, one folder a run.</param>
/// <param name="settings">Variables of every run, which go before the runner's: credentials, endpoints.</param>
public sealed class ActionProcess(string assembly, string workFolder, IReadOnlyDictionary<string, string> settings)
{
    private static readonly string[] Inherited = ["PATH", "HOME", "TMPDIR", "TEMP", "TMP", "USERPROFILE", "SystemRoot", "DOTNET_ROOT"];

    private int _runs;

    /// <summary>Runs it to its end, handing over each line of its log as it comes.</summary>
    public async Task<ActionRun> Run(
        ActionCall call, Action<LogLine>? eachLine = null, CancellationToken cancellationToken = default)
    {
        var run = ++_runs;
        var files = Directory.CreateDirectory(Path.Combine(workFolder, $"{run}-{call.Arguments[0]}")).FullName;
        var (outputs, summary) = (Path.Combine(files, "output"), Path.Combine(files, "summary.md"));
        await File.WriteAllTextAsync(outputs, "", cancellationToken);
        await File.WriteAllTextAsync(summary, "", cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(files, "event.json"), call.Event.Payload, cancellationToken);

        var start = new ProcessStartInfo(Subprocess.DotNet, [assembly, .. call.Arguments]) { WorkingDirectory = call.Checkout };
        Isolate(start.Environment, [.. Variables(call, run, files), .. settings]);
        var (log, shown) = (new WorkflowLog(), new ConcurrentQueue<LogLine>());
        var outcome = await Subprocess.Run(start, Show, cancellationToken);
        return new ActionRun(
            outcome.ExitCode,
            [.. shown],
            log.Annotations,
            StepOutputs.Read(await File.ReadAllTextAsync(outputs, cancellationToken)),
            await File.ReadAllTextAsync(summary, cancellationToken));

        void Show(string text)
        {
            if (log.Read(text) is { } line)
            {
                shown.Enqueue(line);
                eachLine?.Invoke(line);
            }
        }
    }

    // Nothing else of our own environment: the demo may itself run in a workflow, with tokens and a GITHUB_SHA of its
    // own.
    private static void Isolate(
        IDictionary<string, string?> environment, IEnumerable<KeyValuePair<string, string>> variables)
    {
        foreach (var name in environment.Keys.Except(Inherited).ToList())
        {
            environment.Remove(name);
        }

        foreach (var (name, value) in variables)
        {
            environment[name] = value;
        }
    }

    private static Dictionary<string, string> Variables(ActionCall call, int run, string files) => new()
    {
        ["CI"] = "true",
        ["GITHUB_ACTIONS"] = "true",
        ["GITHUB_ACTOR"] = "octocat",
        ["GITHUB_BASE_REF"] = call.Event.BaseRef,
        ["GITHUB_EVENT_NAME"] = call.Event.Name,
        ["GITHUB_EVENT_PATH"] = Path.Combine(files, "event.json"),
        ["GITHUB_HEAD_REF"] = call.Event.HeadRef,
        ["GITHUB_JOB"] = call.Arguments[0],
        ["GITHUB_OUTPUT"] = Path.Combine(files, "output"),
        ["GITHUB_REF"] = call.Event.Ref,
        ["GITHUB_REF_NAME"] = call.Event.Ref.Split('/', 3)[2],
        ["GITHUB_REPOSITORY"] = GitHubEvent.Repository,
        ["GITHUB_RUN_ATTEMPT"] = $"{call.Attempt}",
        ["GITHUB_RUN_ID"] = $"{1000 + run}",
        ["GITHUB_RUN_NUMBER"] = $"{run}",
        ["GITHUB_SERVER_URL"] = "https://github.com",
        ["GITHUB_SHA"] = call.Event.Commit,
        ["GITHUB_STEP_SUMMARY"] = Path.Combine(files, "summary.md"),
        ["GITHUB_WORKFLOW"] = "migrations",
        ["GITHUB_WORKSPACE"] = call.Checkout,
        ["RUNNER_OS"] = OperatingSystem.IsWindows() ? "Windows" : "Linux",
        ["RUNNER_TEMP"] = files,
    };
}
