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
                LevelOf(outcome.Kind), error.Code, $"Database '{outcome.Database}': {error.Message}{hint} {error.Remedy}")
            {
                Path = places.Find(outcome.Database, error.Script),
                Line = error.Line,
                Column = error.Column,
            };
        }
    }

    private static AnnotationLevel LevelOf(OutcomeKind kind) =>
        kind == OutcomeKind.Superseded ? AnnotationLevel.Warning : AnnotationLevel.Error;

    private IEnumerable<Annotation> Warnings(DatabaseOutcome outcome) =>
        (outcome.Report?.Warnings ?? []).Select(warning =>
            new Annotation(AnnotationLevel.Warning, warning.Code, $"Database '{outcome.Database}': {warning.Message}")
            {
                Path = places.Find(outcome.Database, warning.Script),
            });
}
