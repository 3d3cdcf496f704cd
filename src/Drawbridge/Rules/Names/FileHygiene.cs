using Drawbridge.Rules.Changes;
using Drawbridge.Scripts;

namespace Drawbridge.Rules.Names;

/// <summary>
/// Bytes that can't be used as they are, wherever they are; in what is new also merge markers, and what does no harm
/// here but to other tools.
/// </summary>
internal sealed class FileHygiene : Rule
{
    private static readonly string[] MergeMarkers = ["<<<<<<< ", ">>>>>>> "];

    public override Severity Severity => Severity.Error;

    public override IEnumerable<Finding> Check(ChangeSet changes)
    {
        foreach (var file in changes.Head)
        {
            if (file.Flaw is { } flaw)
            {
                yield return Find(file, flaw.Message, flaw.Remedy) with { Line = flaw.Line };
            }
        }

        foreach (var file in changes.Touched.Where(file => file.Content is not null))
        {
            if (FirstMarker(file.Content!.Text) is { } line)
            {
                yield return Find(
                    file,
                    $"'{file.Path}' holds a merge marker in line {line}.",
                    "Finish the merge: keep what is right and remove the markers.") with
                { Line = line };
            }

            foreach (var oddity in Oddities(file, file.Content))
            {
                yield return oddity with { Severity = Severity.Info };
            }
        }
    }

    private IEnumerable<Finding> Oddities(MigrationFile file, ScriptContent content)
    {
        if (content.HasByteOrderMark)
        {
            yield return Find(
                file,
                $"'{file.Path}' begins with a byte-order mark.",
                "Save it as UTF-8 without one: it is skipped here, but psql and other tools stumble over it.");
        }

        var endings = content.Text.AsSpan().Count('\n');
        if (content.Text.Contains("\r\n", StringComparison.Ordinal) && content.Text.AsSpan().Count("\r\n") < endings)
        {
            yield return Find(
                file,
                $"'{file.Path}' mixes the line endings CRLF and LF.",
                "Use one of them; '*.sql text' in .gitattributes and 'git add --renormalize .' let git see to it.");
        }
    }

    private static int? FirstMarker(string text)
    {
        if (!Array.Exists(MergeMarkers, marker => text.Contains(marker, StringComparison.Ordinal)))
        {
            return null;
        }

        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            if (line.StartsWith(MergeMarkers[0]) || line.StartsWith(MergeMarkers[1]))
            {
                return number;
            }
        }

        return null;
    }
}
