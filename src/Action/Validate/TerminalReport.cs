using Drawbridge.GitHubAction.GitHub;
using Drawbridge.Rules;
using Spectre.Console;

namespace Drawbridge.GitHubAction.Validate;

/// <summary>Findings for a person at a terminal: a block for each file, the place, what is wrong, what to do.</summary>
internal sealed class TerminalReport(TextWriter output)
{
    private readonly IAnsiConsole _console = AnsiConsole.Create(
        new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });

    /// <summary>Shows them; the worst file first.</summary>
    public void Write(IReadOnlyList<Finding> findings)
    {
        foreach (var file in findings.GroupBy(finding => finding.Path))
        {
            _console.MarkupLine($"[bold]{Safe(file.Key)}[/]");
            foreach (var finding in file)
            {
                var place = finding.Line is null ? "" : $"[grey]{finding.Line}:{finding.Column ?? 1}[/] ";
                _console.MarkupLine($"  {place}[{Colour(finding.Severity)}]{finding.Rule}[/] {Safe(finding.Message)}");
                _console.MarkupLine($"  [grey]→[/] {Safe(finding.Remedy)}");
            }

            _console.WriteLine();
        }
    }

    private static string Safe(string text) => Markup.Escape(PlainText.Of(text));

    private static string Colour(Severity severity) => severity switch
    {
        Severity.Error => "red",
        Severity.Warning => "yellow",
        _ => "blue",
    };
}
