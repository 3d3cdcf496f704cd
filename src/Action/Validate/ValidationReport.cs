using System.Text.Json;
using Drawbridge.GitHubAction.GitHub;
using Drawbridge.Rules;

namespace Drawbridge.GitHubAction.Validate;

/// <summary>Tells people, GitHub and later steps how a validation went.</summary>
internal sealed class ValidationReport(Surroundings surroundings)
{
    private readonly GitHubEnvironment _environment = new(surroundings);

    /// <summary>Annotations, log, job summary and outputs.</summary>
    public async Task Write(Validation validation)
    {
        await new FindingsReport(surroundings).Write(Ordered(validation), validation.Sources, Remarks(validation));
        await new QuotedLog(surroundings.Output, _environment).Write(
            [$"{validation.Headline}.", validation.Comparison, .. Uncommitted(validation), .. validation.Inspection.Accepted.Select(Line)]);
        var summary = new ValidationSummary(validation);
        await new StepSummary(_environment).Append(
            summary.Full,
            summary.WithoutExcerpts,
            summary.WithoutFindings,
            summary.Short);
        var outputs = new StepOutputs(_environment);
        await outputs.Set("result", validation.Errors > 0 ? "failed" : "succeeded");
        await outputs.Set("error-count", validation.Errors.ToString());
        await outputs.Set("warning-count", validation.Warnings.ToString());
        await outputs.Set(
            "databases",
            JsonSerializer.Serialize(validation.Databases, ValidationJson.Default.IReadOnlyListDatabaseCount));
    }

    private static IEnumerable<string> Uncommitted(Validation validation) => validation.Uncommitted switch
    {
        0 => [],
        1 => ["1 file below the migrations folder has uncommitted changes, which were not looked at: commit it first."],
        var count => [$"{count} files below the migrations folder have uncommitted changes, which were not looked at: commit them first."],
    };

    /// <summary>GitHub shows only so many of them beside the code; elsewhere those of a file stay together.</summary>
    private IReadOnlyList<Finding> Ordered(Validation validation) =>
        _environment.IsActions ? validation.Ranked : validation.Findings;

    private static string Line(AcceptedFinding accepted) =>
        $"{accepted.Finding.Path}: accepted {accepted.Finding.Rule}: {accepted.Reason}";

    /// <summary>What a green check must not hide; on GitHub only, because elsewhere the log is all there is.</summary>
    private IEnumerable<Annotation> Remarks(Validation validation)
    {
        if (_environment.IsActions && !validation.Changes.HasBase)
        {
            yield return new Annotation(AnnotationLevel.Notice, "no-base", validation.Comparison);
        }

        if (validation.SiblingsUnseen is { } complaint)
        {
            yield return new Annotation(
                AnnotationLevel.Notice,
                "siblings-unseen",
                PlainText.Of($"Other open pull requests could not be compared: {complaint.TrimEnd('.')}.")
                    + " Give the job 'permissions: pull-requests: read', or set the input 'token' to an empty text.");
        }

        if (validation.Scripts == 0)
        {
            yield return new Annotation(
                AnnotationLevel.Warning,
                "no-scripts",
                "The migrations folder holds no script yet, so nothing was checked.");
        }
    }
}
