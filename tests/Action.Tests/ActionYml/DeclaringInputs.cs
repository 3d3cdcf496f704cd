using System.CommandLine;
using Drawbridge.GitHubAction.CommandLine;
using Drawbridge.GitHubAction.Deploy;
using Drawbridge.GitHubAction.Doctor;
using Drawbridge.GitHubAction.Follow;
using Drawbridge.GitHubAction.Plan;
using Drawbridge.GitHubAction.Status;
using Drawbridge.GitHubAction.Undo;
using Drawbridge.GitHubAction.Validate;
using Drawbridge.Tests.Shared;

namespace Drawbridge.GitHubAction.Tests.ActionYml;

public sealed class DeclaringInputs
{
    /// <summary>What says which command runs, of which program, and where; and the token, for no command line.</summary>
    private static readonly string[] OfTheActionItself = ["command", "token", "attestation", "working-directory"];

    private static readonly Surroundings Nothing = new(
        new Dictionary<string, string>(), "/", TimeProvider.System, TextWriter.Null, TextWriter.Null, IsTerminal: false);

    private static readonly Option[] Options =
    [
        .. new DrawbridgeCommand[]
            {
                new ValidateCommand(Nothing), new PlanCommand(Nothing), new DeployCommand(Nothing),
                new UndoCommand(Nothing), new StatusCommand(Nothing), new DoctorCommand(Nothing),
            }
            .SelectMany(command => command.Options)
            .DistinctBy(option => option.Name),
    ];

    [Fact]
    public void Every_option_is_an_input_with_the_same_default()
    {
        var options = Options.ToDictionary(option => option.Name.TrimStart('-'), Default);

        ActionDefinition.Inputs.Where(input => !OfTheActionItself.Contains(input.Key))
            .ShouldBe(options, ignoreOrder: true);
    }

    [Fact]
    public void Every_input_reaches_the_variable_that_its_option_reads()
    {
        var variables = Options.ToDictionary(
            option => "DRAWBRIDGE_" + option.Name.TrimStart('-').Replace('-', '_').ToUpperInvariant(), option => option.Name.TrimStart('-'));
        variables["DRAWBRIDGE_COMMAND"] = "command";

        ActionDefinition.Variables.ShouldBe(variables, ignoreOrder: true);
    }

    [Fact]
    public void The_event_decides_what_runs_when_nobody_says_it() =>
        ActionDefinition.Inputs["command"].ShouldBe("auto");

    [Fact]
    public void Every_output_that_a_command_sets_is_declared()
    {
        string[] set = [.. OutcomeOutputs.Names, "error-count", "warning-count", "sarif-file", "comment-url", "summary-file"];

        ActionDefinition.Outputs.ShouldBe(set, ignoreOrder: true);
    }

    [Fact]
    public void Inputs_never_reach_a_shell_line()
    {
        ActionDefinition.ShellLines.ShouldNotBeEmpty();
        ActionDefinition.ShellLines.ShouldAllBe(line => !line.Contains("${{", StringComparison.Ordinal));
    }

    [Fact]
    public void Inner_actions_are_pinned()
    {
        ActionDefinition.InnerActions.ShouldNotBeEmpty();
        ActionDefinition.InnerActions.ShouldAllBe(
            action => System.Text.RegularExpressions.Regex.IsMatch(action, "@[0-9a-f]{40} # v[0-9]"));
    }

    [Fact]
    public void Reference_names_every_input_and_output()
    {
        var reference = File.ReadAllText(Path.Combine(TestMachine.Repository, "docs/reference/action.md"));

        ActionDefinition.Inputs.Keys.Concat(ActionDefinition.Outputs)
            .ShouldAllBe(name => reference.Contains($"\n| `{name}` |", StringComparison.Ordinal));
    }

    /// <summary>As YAML writes it.</summary>
    private static string Default(Option option) => option.GetDefaultValue() switch
    {
        true => "true",
        false => "false",
        var value => $"{value}",
    };
}
