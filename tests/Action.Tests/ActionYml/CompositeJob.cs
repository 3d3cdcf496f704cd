using System.Diagnostics;
using Drawbridge.LocalEnvironment.GitHub;

namespace Drawbridge.GitHubAction.Tests.ActionYml;

/// <summary>A job on a machine of its own.</summary>
/// <param name="Event">What made the workflow run.</param>
/// <param name="Workspace">Where the repository is checked out.</param>
/// <param name="Folder">Receives what the runner keeps of the job.</param>
internal sealed record CompositeJob(GitHubEvent Event, string Workspace, string Folder)
{
    private int _started;

    /// <summary>Variables of the job: credentials, endpoints.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>The machine's architecture, as the runner names it.</summary>
    public string Architecture { get; init; } = "X64";

    /// <summary>The job's token.</summary>
    public string Token { get; init; } = "";

    /// <summary>The runner's folder for what is temporary.</summary>
    public string Temp => Path.Combine(Folder, "temp");

    /// <summary>Runs the steps of an action until one fails, as a step without <c>if: always()</c> is.</summary>
    public async Task<JobRun> Run(CompositeAction action, IEnumerable<KeyValuePair<string, string>> inputs)
    {
        var (contexts, runs, used) = (action.Contexts(this, inputs), new List<ActionRun>(), new List<string>());
        foreach (var step in action.Steps)
        {
            contexts[$"steps.{step.Id}"] = "";
            if (runs.Exists(run => run.ExitCode != 0) || (step.If.Length > 0 && !Expressions.IsTrue(step.If, contexts)))
            {
                continue;
            }

            if (step.Uses.Length > 0)
            {
                used.Add(step.Uses.Split('@')[0]); // what it sets up is here
                continue;
            }

            var run = await Run(action, step, contexts);
            runs.Add(run);
            foreach (var (name, value) in run.Outputs)
            {
                contexts[$"steps.{step.Id}.outputs.{name}"] = value;
            }
        }

        return new JobRun(
            new ActionRun(
                runs[^1].ExitCode,
                [.. runs.SelectMany(run => run.Log)],
                [.. runs.SelectMany(run => run.Annotations)],
                action.Outputs(contexts),
                string.Concat(runs.Select(run => run.Summary))),
            used);
    }

    private async Task<ActionRun> Run(CompositeAction action, CompositeStep step, Dictionary<string, string> contexts)
    {
        step.Shell.ShouldBe("bash");
        var number = ++_started;
        var script = Path.Combine(Directory.CreateDirectory(Temp).FullName, $"{Guid.NewGuid()}.sh");
        await File.WriteAllTextAsync(script, Expressions.Fill(step.Run, contexts));

        // As the documentation says what 'shell: bash' means.
        var start = new ProcessStartInfo("bash", ["--noprofile", "--norc", "-e", "-o", "pipefail", script])
        {
            WorkingDirectory = Path.Combine(Workspace, Expressions.Fill(step.WorkingDirectory, contexts)),
        };
        var files = Path.Combine(Folder, $"step-{number}");
        var runner = new RunnerStep("migrations", Event, Workspace, files) { Temp = Temp, Architecture = Architecture };
        return await runner.Start(
            start,
            [
                .. Variables,
                .. from variable in step.Env
                   select KeyValuePair.Create(variable.Key, Expressions.Fill(variable.Value, contexts)),
                KeyValuePair.Create("GITHUB_ACTION_PATH", action.Folder),
            ]);
    }
}
