using Drawbridge.GitHubAction.GitHub;

namespace Drawbridge.GitHubAction.Follow;

/// <summary>The remarks that a run leaves on the lines of the repository.</summary>
internal sealed class OutcomeAnnotations(ScriptPlaces places)
{
    /// <summary>Errors and warnings of every database.</summary>
    public IReadOnlyList<Annotation> Of(RunOutcome outcome) =>
        [.. outcome.Databases.SelectMany(database => Errors(database).Concat(Warnings(database)))];

    private IEnumerable<Annotation> Errors(DatabaseOutcome outcome)
    {
        if (outcome.Error is { } error)
        {
            var hint = error.Hint is null ? "" : $" Hint: {error.Hint}";
            yield return new Annotation(
                LevelOf(outcome.Kind), error.Code, $"{Naming(outcome.Database, error.Message)}{hint} {error.Remedy}")
            {
                Path = places.Find(outcome.Database, error.Script),
                Line = error.Line,
                Column = error.Column,
                Excerpt = places.Show(outcome.Database, error),
            };
        }
    }

    /// <summary>An annotation stands alone, so it names the database; most messages do so already.</summary>
    private static string Naming(string database, string message) =>
        message.Contains($"database '{database}'", StringComparison.OrdinalIgnoreCase)
            ? message
            : $"Database '{database}': {message}";

    private static AnnotationLevel LevelOf(OutcomeKind kind) =>
        kind == OutcomeKind.Superseded ? AnnotationLevel.Warning : AnnotationLevel.Error;

    private IEnumerable<Annotation> Warnings(DatabaseOutcome outcome) =>
        (outcome.Report?.Warnings ?? []).Select(warning =>
            new Annotation(AnnotationLevel.Warning, warning.Code, Naming(outcome.Database, warning.Message))
            {
                Path = places.Find(outcome.Database, warning.Script),
            });
}
