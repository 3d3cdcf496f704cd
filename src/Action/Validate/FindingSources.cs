using Drawbridge.Configuration;
using Drawbridge.GitHubAction.Excerpts;
using Drawbridge.Rules;
using Drawbridge.Rules.Changes;

namespace Drawbridge.GitHubAction.Validate;

/// <summary>The files that findings point at, as they were read.</summary>
internal sealed class FindingSources(ChangeSet changes)
{
    private readonly Dictionary<string, SourceText?> _texts = [];

    private Dictionary<string, MigrationFile> Files =>
        field ??= changes.Head.ToDictionary(file => file.Path, StringComparer.Ordinal);

    /// <summary>The line of a finding, with what it is about underlined; null when there is none to show.</summary>
    public Excerpt? Show(Finding finding, int width = Excerpt.UsualWidth) =>
        finding.Line is { } line ? Find(finding.Path)?.Show(MarkOf(finding, line), width) : null;

    private static Mark MarkOf(Finding finding, int line) => finding switch
    {
        { Column: { } from, EndLine: { } end } when end > line => new Mark(line, from, int.MaxValue),
        { Column: { } from, EndColumn: { } to } => new Mark(line, from, to),
        _ => Mark.At(line, finding.Column),
    };

    private SourceText? Find(string path)
    {
        if (!_texts.TryGetValue(path, out var text))
        {
            _texts[path] = text = Files.TryGetValue(path, out var file) ? Read(file) : null;
        }

        return text;
    }

    private SourceText? Read(MigrationFile file) => file switch
    {
        { Content: not null } => new SourceText(file.Sql),
        { Place.Below: ProjectSettings.FileName } when changes.Settings.Text is { } text => new SourceText(text),
        _ => null,
    };
}
