using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Drawbridge.GitHubAction.CommandLine;

/// <summary>The library's help, then what it leaves out: examples, environment variables, exit codes.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        help.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        if (parseResult.CommandResult.Command is DrawbridgeCommand command)
        {
            output.WriteLine("Examples:");
            foreach (var example in command.Examples)
            {
                output.WriteLine($"  # {example.Meaning}");
                output.WriteLine($"  drawbridge {example.CommandLine}");
            }

            output.WriteLine();
        }

        output.WriteLine(
            "Each option can also be set by an environment variable: '--some-option' by DRAWBRIDGE_SOME_OPTION.");
        output.WriteLine("Exit codes: 0 fine, 1 refused or failed, 2 misused, 3 no answer in time.");
        return (int)ExitCode.Fine;
    }
}
