namespace Drawbridge.GitHubAction.GitHub;

/// <summary>
/// Shows annotations: on GitHub as workflow commands, elsewhere as plain lines <c>path:line:column</c>. GitHub keeps
/// ten of each level for a step and drops the rest silently, so the most important come first and the rest is counted.
/// </summary>
internal sealed class Annotations(Surroundings surroundings)
{
    private const int MaximumMessageLength = 4096;

    private readonly TextWriter _output = surroundings.Output;
    private readonly GitHubEnvironment _environment = new(surroundings);
    private readonly QuotedLog _log = new(surroundings.Output, new GitHubEnvironment(surroundings));

    /// <summary>Shows them all, errors first, otherwise in the order given.</summary>
    public async Task Write(IReadOnlyCollection<Annotation> annotations)
    {
        foreach (var level in annotations.GroupBy(annotation => annotation.Level).OrderBy(group => group.Key))
        {
            if (_environment.IsActions)
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
        var (shown, saysMore) = surroundings.AnnotationRoom.Take(level, annotations.Count);
        foreach (var annotation in annotations.Take(shown))
        {
            await _output.WriteLineAsync(Command(annotation));
            await WriteExcerpt(annotation);
        }

        if (saysMore)
        {
            var rest = $"{annotations.Count - shown} more of this kind: the job summary lists them all.";
            await _output.WriteLineAsync(Command(new Annotation(level, "and more", rest)));
        }

        if (shown < annotations.Count)
        {
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
