using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Drawbridge.LocalEnvironment.Processes;

namespace Drawbridge.LocalEnvironment.GitHub;

/// <summary>
/// Runs one step of a job as GitHub's runner would: as a process, with the variables and files that it documents, and
/// nothing of this machine's own environment but where programs are.
/// </summary>
/// <param name="Job">The name of the job.</param>
/// <param name="Event">What made the workflow run.</param>
/// <param name="Workspace">Where the repository is checked out.</param>
/// <param name="Files">Receives the step's files.</param>
/// <remarks>See https://docs.github.com/actions/reference/workflows-and-actions/variables.</remarks>
public sealed record RunnerStep(string Job, GitHubEvent Event, string Workspace, string Files)
{
    private static readonly string[] Inherited =
        ["PATH", "HOME", "TMPDIR", "TEMP", "TMP", "USERPROFILE", "SystemRoot", "DOTNET_ROOT"];

    /// <summary>Counts the workflow's runs, from 1.</summary>
    public int Run { get; init; } = 1;

    /// <summary>Counts how often this run was started, from 1.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>The machine's architecture, as the runner names it.</summary>
    public string Architecture { get; init; } = $"{RuntimeInformation.OSArchitecture}".ToUpperInvariant();

    /// <summary>Emptied before each job; the steps of one share it.</summary>
    public string Temp { get; init; } = Files;

    /// <summary>Runs it to its end, handing over each line of its log as it comes.</summary>
    /// <param name="start">The program, its arguments and its working directory.</param>
    /// <param name="settings">What goes before the runner's variables: credentials, endpoints, what <c>env</c> says.</param>
    /// <param name="eachLine">Takes each line.</param>
    /// <param name="cancellationToken">Kills it.</param>
    public async Task<ActionRun> Start(
        ProcessStartInfo start,
        IEnumerable<KeyValuePair<string, string>> settings,
        Action<LogLine>? eachLine = null,
        CancellationToken cancellationToken = default)
    {
        Directory.CreateDirectory(Files);
        await File.WriteAllTextAsync(PathOf("output"), "", cancellationToken);
        await File.WriteAllTextAsync(PathOf("summary.md"), "", cancellationToken);
        await File.WriteAllTextAsync(PathOf("event.json"), Event.Payload, cancellationToken);

        Isolate(start.Environment, [.. Variables(), .. settings]);
        var (log, shown) = (new WorkflowLog(), new ConcurrentQueue<LogLine>());
        var outcome = await Subprocess.Run(start, Show, cancellationToken);
        return new ActionRun(
            outcome.ExitCode,
            [.. shown],
            log.Annotations,
            StepOutputs.Read(await File.ReadAllTextAsync(PathOf("output"), cancellationToken)),
            await File.ReadAllTextAsync(PathOf("summary.md"), cancellationToken));

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

    private Dictionary<string, string> Variables() => new()
    {
        ["CI"] = "true",
        ["GITHUB_ACTIONS"] = "true",
        ["GITHUB_ACTOR"] = "octocat",
        ["GITHUB_BASE_REF"] = Event.BaseRef,
        ["GITHUB_EVENT_NAME"] = Event.Name,
        ["GITHUB_EVENT_PATH"] = PathOf("event.json"),
        ["GITHUB_HEAD_REF"] = Event.HeadRef,
        ["GITHUB_JOB"] = Job,
        ["GITHUB_OUTPUT"] = PathOf("output"),
        ["GITHUB_REF"] = Event.Ref,
        ["GITHUB_REF_NAME"] = Event.Ref.Split('/', 3)[2],
        ["GITHUB_REPOSITORY"] = GitHubEvent.Repository,
        ["GITHUB_RUN_ATTEMPT"] = $"{Attempt}",
        ["GITHUB_RUN_ID"] = $"{1000 + Run}",
        ["GITHUB_RUN_NUMBER"] = $"{Run}",
        ["GITHUB_SERVER_URL"] = "https://github.com",
        ["GITHUB_SHA"] = Event.Commit,
        ["GITHUB_STEP_SUMMARY"] = PathOf("summary.md"),
        ["GITHUB_WORKFLOW"] = "migrations",
        ["GITHUB_WORKSPACE"] = Workspace,
        ["RUNNER_ARCH"] = Architecture,
        ["RUNNER_OS"] = OperatingSystem.IsWindows() ? "Windows" : "Linux",
        ["RUNNER_TEMP"] = Temp,
    };

    private string PathOf(string file) => Path.Combine(Files, file);
}
