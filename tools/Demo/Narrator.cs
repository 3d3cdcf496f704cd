using Drawbridge.LocalEnvironment.GitHub;
using Spectre.Console;

namespace Drawbridge.Demo;

/// <summary>Tells what happens, with colours on a terminal and plain elsewhere.</summary>
internal sealed class Narrator
{
    /// <summary>Where there is no terminal, nothing should break a line.</summary>
    private const int PlainWidth = 2000;

    private readonly IAnsiConsole _console;

    public Narrator(IAnsiConsole console)
    {
        _console = console;
        if (!console.Profile.Out.IsTerminal)
        {
            console.Profile.Width = PlainWidth;
        }
    }

    /// <summary>A step begins.</summary>
    public void Title(string text)
    {
        _console.WriteLine();
        _console.MarkupLine($"[bold blue]{Markup.Escape(text)}[/]");
    }

    /// <summary>A sentence of explanation.</summary>
    public void Say(string sentence) => Paragraph(2, Markup.Escape(sentence));

    /// <summary>A command, as one would type it.</summary>
    public void Command(string command) => _console.MarkupLine($"  [grey]$[/] [bold]{Markup.Escape(command)}[/]");

    /// <summary>A line of the action's log.</summary>
    public void Log(LogLine line)
    {
        if (line.Annotation is { } remark)
        {
            var place = remark.File.Length == 0 ? "" : remark.Line > 0 ? $" {remark.File}:{remark.Line}" : $" {remark.File}";
            var colour = remark.Level == "error" ? "red" : "yellow";
            Paragraph(4, $"[{colour}]{Markup.Escape($"{remark.Level}{place} {remark.Title}")}[/]");
        }

        foreach (var text in line.Text.Split('\n'))
        {
            Paragraph(4, $"[grey]{Markup.Escape(text)}[/]");
        }
    }

    /// <summary>Something that had to be so, and is.</summary>
    public void Confirm(string sentence) => Paragraph(2, $"[green]ok[/] {Markup.Escape(sentence)}");

    /// <summary>Something that had to be so, and is not.</summary>
    public void Fail(string sentence) => Paragraph(2, $"[bold red]wrong[/] {Markup.Escape(sentence)}");

    /// <summary>Text of several lines, as it is.</summary>
    public void Quote(string text)
    {
        foreach (var line in text.TrimEnd().Split('\n'))
        {
            _console.MarkupLine($"    {Markup.Escape(line)}");
        }
    }

    /// <summary>Rows under headings.</summary>
    public void Table(IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = new Table().SimpleBorder();
        foreach (var heading in headings)
        {
            table.AddColumn(heading);
        }

        foreach (var row in rows)
        {
            table.AddRow([.. row.Select(cell => new Text(cell))]);
        }

        _console.Write(new Padder(table, new Padding(2, 0, 0, 0)));
    }

    /// <summary>Names and what they stand for.</summary>
    public void Names(params IReadOnlyList<(string Name, string Value)> pairs)
    {
        var width = pairs.Max(pair => pair.Name.Length);
        foreach (var (name, value) in pairs)
        {
            _console.MarkupLine($"  [bold]{Markup.Escape(name.PadRight(width))}[/]  {Markup.Escape(value)}");
        }
    }

    /// <summary>Keeps the indentation where a terminal's width breaks the line.</summary>
    private void Paragraph(int indentation, string markup) =>
        _console.Write(new Padder(new Markup(markup), new Padding(indentation, 0, 0, 0)));
}
