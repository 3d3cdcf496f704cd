using Drawbridge.GitHubAction.GitHub;
using Drawbridge.Manifests;
using Spectre.Console;

namespace Drawbridge.GitHubAction.Doctor;

/// <summary>Shows a doctor's report: a table to a person, plain lines to a log, annotations and a summary to GitHub.</summary>
internal sealed class DoctorView(Surroundings surroundings)
{
    private readonly GitHubEnvironment _environment = new(surroundings);

    /// <summary>Shows all of it.</summary>
    public async Task Show(DoctorReport report)
    {
        if (surroundings.IsTerminal)
        {
            var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(surroundings.Output) });
            console.Write(TableOf(report));
        }
        else
        {
            await new QuotedLog(surroundings.Output, _environment).Write(report.Checks.SelectMany(Lines));
        }

        await surroundings.Output.WriteLineAsync($"{DoctorSummary.Headline(report)}.");
        if (_environment.IsActions)
        {
            await new Annotations(surroundings).Write([.. report.Checks.SelectMany(Remarks)]);
            await new StepSummary(_environment).Append(() => DoctorSummary.Of(report));
        }
    }

    /// <summary>With what it is about, where there are several.</summary>
    public static string NameOf(DoctorCheck check) =>
        check.Subject is null ? check.Name : $"{check.Name} {check.Subject}";

    private static IEnumerable<string> Lines(DoctorCheck check)
    {
        yield return $"{KebabCase.Of(check.Status),-7} {NameOf(check)}: {check.Message}";
        if (check.Remedy is { } remedy)
        {
            yield return $"        → {remedy}";
        }
    }

    private static Table TableOf(DoctorReport report)
    {
        var table = new Table().RoundedBorder().AddColumns("", "check", "what was found");
        foreach (var check in report.Checks)
        {
            var remedy = check.Remedy is null ? "" : $"\n[grey]→[/] {Safe(check.Remedy)}";
            var status = $"[{ColourOf(check.Status)}]{KebabCase.Of(check.Status)}[/]";
            table.AddRow(status, Safe(NameOf(check)), Safe(check.Message) + remedy);
        }

        return table;
    }

    private static IEnumerable<Annotation> Remarks(DoctorCheck check)
    {
        AnnotationLevel? level = check.Status switch
        {
            CheckStatus.Broken => AnnotationLevel.Error,
            CheckStatus.Warning => AnnotationLevel.Warning,
            _ => null,
        };
        var message = $"{NameOf(check)}: {check.Message} {check.Remedy}".TrimEnd();
        return level is null ? [] : [new Annotation(level.Value, check.Code ?? check.Name, message)];
    }

    private static string Safe(string text) => Markup.Escape(PlainText.Of(text));

    private static string ColourOf(CheckStatus status) => status switch
    {
        CheckStatus.Fine => "green",
        CheckStatus.Warning => "yellow",
        CheckStatus.Broken => "red",
        _ => "grey",
    };
}
