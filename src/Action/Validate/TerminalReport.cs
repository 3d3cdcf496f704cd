using Drawbridge.GitHubAction.GitHub;
using Drawbridge.Rules;
using Spectre.Console;

namespace Drawbridge.GitHubAction.Validate;

/// <summary>Findings for a person at a terminal: a block for each file, the place, what is wrong, what to do.</summary>
internal sealed class TerminalReport(TextWriter output)
{
    /// <summary>Cells for indentation, line number and what shows that a line is cut.</summary>
    private const int Margin = 16;

    private const int NarrowestExcerpt = 40;

    private readonly IAnsiConsole _console = AnsiConsole.Create(
        new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });

    /// <summary>Shows them; the worst file first.</summary>
    public void Write(IReadOnlyList<Finding> findings, FindingSources sources)
    {
        foreach (var file in findings.GroupBy(finding => finding.Path))
        {
            _console.MarkupLine($"[bold]{Safe(file.Key)}[/]");
            foreach (var finding in file)
            {
                Write(finding, sources);
            }

            _console.WriteLine();
        }
    }

    private void Write(Finding finding, FindingSources sources)
    {
        var colour = Colour(finding.Severity);
        var place = finding.Line is null ? "" : $"[grey]{finding.Line}:{finding.Column ?? 1}[/] ";
        _console.MarkupLine($"  {place}[{colour}]{finding.Rule}[/] {Safe(finding.Message)}");
        if (sources.Show(finding, Math.Max(NarrowestExcerpt, _console.Profile.Width - Margin)) is { } excerpt)
        {
            _console.MarkupLine($"    [grey]{excerpt.Number} |[/] {Markup.Escape(excerpt.Source)}");
            _console.MarkupLine($"    [grey]{excerpt.Blank} |[/] [{colour}]{excerpt.Carets}[/]");
        }

        _console.MarkupLine($"  [grey]→[/] {Safe(finding.Remedy)}");
        WriteFix(finding);
    }

    private void WriteFix(Finding finding)
    {
        foreach (var line in FixLines.Of(finding.Fix))
        {
            _console.MarkupLine($"  [grey]fix:[/] [green]{Markup.Escape(PlainText.Lines(line))}[/]");
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
