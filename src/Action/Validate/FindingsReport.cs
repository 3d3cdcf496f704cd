using Drawbridge.GitHubAction.GitHub;
using Drawbridge.Rules;

namespace Drawbridge.GitHubAction.Validate;

/// <summary>Shows findings: as annotations on GitHub, as blocks at a terminal, as plain lines elsewhere.</summary>
internal sealed class FindingsReport(Surroundings surroundings)
{
    private readonly GitHubEnvironment _environment = new(surroundings);

    /// <summary>Shows all of them; before those of its level, each remark that concerns no file.</summary>
    public Task Write(IReadOnlyList<Finding> findings, FindingSources sources, params IEnumerable<Annotation> remarks)
    {
        var annotations = new Annotations(surroundings);
        if (!surroundings.IsTerminal || _environment.IsActions)
        {
            return annotations.Write([.. remarks, .. findings.Select(finding => AnnotationOf(finding, sources))]);
        }

        new TerminalReport(surroundings.Output).Write(findings, sources);
        return annotations.Write([.. remarks]);
    }

    private static Annotation AnnotationOf(Finding finding, FindingSources sources) =>
        new(LevelOf(finding.Severity), finding.Rule, PlainText.Of($"{finding.Message} {finding.Remedy}"))
        {
            Path = finding.Path,
            Line = finding.Line,
            Column = finding.Column,
            EndColumn = LastColumn(finding),
            Excerpt = sources.Show(finding),
        };

    /// <summary>GitHub takes columns of one line only.</summary>
    private static int? LastColumn(Finding finding) =>
        finding.EndLine == finding.Line && finding.EndColumn > finding.Column ? finding.EndColumn - 1 : null;

    private static AnnotationLevel LevelOf(Severity severity) => severity switch
    {
        Severity.Error => AnnotationLevel.Error,
        Severity.Warning => AnnotationLevel.Warning,
        _ => AnnotationLevel.Notice,
    };
}
