using System.CommandLine;
using System.CommandLine.Parsing;
using Drawbridge.GitHubAction.GitHub;

namespace Drawbridge.GitHubAction.CommandLine;

/// <summary>Says what is wrong with a command line.</summary>
internal static class Misuse
{
    /// <summary>
    /// Two plain lines or more; on GitHub an annotation and the output 'result' too. False when nothing is wrong.
    /// </summary>
    public static async Task<bool> WasReported(ParseResult parsed, Surroundings surroundings)
    {
        var complaints = Misunderstandings.In(parsed);
        foreach (var complaint in complaints)
        {
            await surroundings.Error.WriteLineAsync(PlainText.Of(complaint));
        }

        if (complaints.Count > 0)
        {
            var command = string.Join(' ', Path(parsed.CommandResult));
            await surroundings.Error.WriteLineAsync($"'{command} --help' shows what there is.");
            await Tell(complaints[0], surroundings);
        }

        return complaints.Count > 0;
    }

    /// <summary>A job's page shows annotations; nobody opens the log of a step that failed before it began.</summary>
    private static async Task Tell(string complaint, Surroundings surroundings)
    {
        var environment = new GitHubEnvironment(surroundings);
        if (environment.IsActions)
        {
            var annotation = new Annotation(AnnotationLevel.Error, "misused", complaint);
            await new Annotations(surroundings).Write([annotation]);
            await new StepOutputs(environment).Set("result", "failed");
        }
    }

    private static IEnumerable<string> Path(SymbolResult? result) =>
        result is CommandResult command ? Path(command.Parent).Append(command.Command.Name) : [];
}
