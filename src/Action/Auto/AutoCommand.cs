using System.CommandLine;
using Drawbridge.GitHubAction.CommandLine;
using Drawbridge.GitHubAction.GitHub;

namespace Drawbridge.GitHubAction.Auto;

/// <summary><c>drawbridge auto</c>, which is what the action runs when nobody says which command.</summary>
/// <param name="surroundings">Whose event decides.</param>
/// <param name="parse">Reads a command's name and its variables.</param>
internal sealed class AutoCommand(Surroundings surroundings, Func<string, ParseResult> parse) : DrawbridgeCommand(
    "auto",
    "Runs the command that the event of a GitHub workflow asks for: 'validate' for a pull request or a merge group, "
    + "'deploy' for a push to the default branch. Takes that command's options by their variables.")
{
    public override IReadOnlyList<Example> Examples => [new("auto", "In a workflow: check pull requests, ship merges")];

    protected override async Task<ExitCode> Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var environment = new GitHubEnvironment(surroundings);
        var trigger = await GitHubEvent.Read(environment, cancellationToken);
        var name = EventChoice.CommandFor(trigger, environment.Ref);
        await surroundings.Output.WriteLineAsync($"The event '{trigger.Name}' asks for '{name}'.");
        var chosen = parse(name);
        return await Misuse.WasReported(chosen, surroundings)
            ? ExitCode.Misused
            : await ((DrawbridgeCommand)chosen.CommandResult.Command).RunParsed(chosen, cancellationToken);
    }
}
