namespace Drawbridge.GitHubAction.GitHub;

/// <summary>
/// Shows annotations: on GitHub as workflow commands, elsewhere as plain lines <c>path:line:column</c>. GitHub keeps
/// ten of each level for a step and drops the rest silently, so the most important come first and the rest is counted.
/// </summary>
internal sealed class Annotations(TextWriter output, GitHubEnvironment environment)
{
    /// <summary>
    /// GitHub's limit for each level and step; a composite action is one step. One notice is kept for the end of a run.
    /// </summary>
    private const int MaximumOfLevel = 10;

    private const int MaximumMessageLength = 4096;

    private readonly QuotedLog _log = new(output, environment);

    /// <summary>Shows them all, errors first, otherwise in the order given.</summary>
    public async Task Write(IReadOnlyCollection<Annotation> annotations)
    {
        foreach (var level in annotations.GroupBy(annotation => annotation.Level).OrderBy(group => group.Key))
        {
            if (environment.IsActions)
            {
                await WriteCommands(level.Key, [.. level]);
            }
            else
            {
                await WritePlain(level);
            }
        }
    }

    /// <summary>The place in front of a message, which terminals and editors jump to.</summary>
    private static string Place(Annotation annotation) => string.Join(
        ':',
        new[] { annotation.Path, annotation.Line?.ToString(), annotation.Column?.ToString() }
            .Where(part => part is not null));

    private async Task WriteCommands(AnnotationLevel level, List<Annotation> annotations)
    {
        var room = level == AnnotationLevel.Notice ? MaximumOfLevel - 1 : MaximumOfLevel;
        var shown = annotations.Count <= room ? annotations.Count : room - 1;
        foreach (var annotation in annotations.Take(shown))
        {
            await output.WriteLineAsync(Command(annotation));
            await WriteExcerpt(annotation);
        }

        if (shown < annotations.Count)
        {
            var rest = $"{annotations.Count - shown} more of this kind: the job summary lists them all.";
            await output.WriteLineAsync(Command(new Annotation(level, "and more", rest)));
            await WritePlain(annotations.Skip(shown));
        }
    }

    private Task WriteExcerpt(Annotation annotation) => annotation.Excerpt is { } excerpt
        ? _log.WriteVisible([PlainText.Of(Place(annotation)), .. excerpt.Rows])
        : Task.CompletedTask;

    private Task WritePlain(IEnumerable<Annotation> annotations) => _log.WriteVisible(annotations.SelectMany(Plain));

    private static IEnumerable<string> Plain(Annotation annotation)
    {
        var place = Place(annotation);
        var level = KebabCase.Of(annotation.Level);
        var line = $"{place}{(place.Length == 0 ? "" : ": ")}{level} {annotation.Title}: {annotation.Message}";
        return [PlainText.Of(line), .. annotation.Excerpt?.Rows ?? []];
    }

    private static string Command(Annotation annotation)
    {
        var message = PlainText.Lines(annotation.Message);
        return WorkflowCommand.Line(
            KebabCase.Of(annotation.Level),
            message.Length <= MaximumMessageLength ? message : Cut(message) + "…",
            ("file", annotation.Path),
            ("line", annotation.Line?.ToString()),
            ("col", annotation.Column?.ToString()),
            ("endColumn", annotation.EndColumn?.ToString()),
            ("title", PlainText.Of(annotation.Title)));
    }

    /// <summary>Never through the middle of a character.</summary>
    private static string Cut(string message)
    {
        const int Room = MaximumMessageLength - 1;
        return message[..(char.IsHighSurrogate(message[Room - 1]) ? Room - 1 : Room)];
    }
}
