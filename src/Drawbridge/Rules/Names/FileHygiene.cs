using Drawbridge.Rules.Changes;

namespace Drawbridge.Rules.Names;

/// <summary>Bytes that can't be used as they are, wherever they are; merge markers in what is new.</summary>
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

        foreach (var file in changes.Touched)
        {
            if (file.Content is { } content && FirstMarker(content.Text) is { } line)
            {
                yield return Find(
                    file,
                    $"'{file.Path}' holds a merge marker in line {line}.",
                    "Finish the merge: keep what is right and remove the markers.") with
                { Line = line };
            }
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
            if (line.StartsWith(MergeMarkers[0], StringComparison.Ordinal) || line.StartsWith(MergeMarkers[1], StringComparison.Ordinal))
            {
                return number;
            }
        }

        return null;
    }
}
