using Drawbridge.GitHubAction.GitHub;
using Drawbridge.GitHubAction.GitHub.Api;
using Drawbridge.GitHubAction.Validate;
using Drawbridge.Rules;
using Drawbridge.Rules.Fixes;

namespace Drawbridge.GitHubAction.Feedback;

/// <summary>Lines that a click on GitHub puts in place of others.</summary>
/// <param name="Path">The file, from the repository's root.</param>
/// <param name="Fix">What changes.</param>
/// <param name="Findings">Which findings that puts right.</param>
internal sealed record Suggestion(string Path, Fix Fix, IReadOnlyList<Finding> Findings)
{
    private const char Fence = '`';

    /// <summary>The lines that go.</summary>
    public LineRange Range => new(Fix.FirstLine, Fix.LastLine);

    /// <summary>Tells it from all others: the same lines in place of the same ones are the same suggestion.</summary>
    public string Mark => field ??= HiddenMark.Of("suggestion", [Path, .. Replaced, "", .. Fix.Lines]);

    /// <summary>
    /// Whether it shows what it does: nothing invisible is smuggled into a file by a click.
    /// </summary>
    public bool IsPlain => Fix.Lines.All(line => PlainText.Lines(line) == line);

    /// <summary>As a remark on its lines.</summary>
    public LineComment ToComment() => new(Path, Range.First, Range.Last, $"{Mark}\n{Text()}\n{Block()}");

    private string Text()
    {
        var findings = Findings.Select(finding =>
            $"{FindingCount.Mark(finding.Severity)} [**{finding.Rule}**]({Manual.OfRule(finding.Rule)}) "
            + $"{Markdown.Sentence(finding.Message)} {Markdown.Sentence(finding.Remedy)}\n");
        var warning = Fix.Lines.Count == 0
            ? "\nThis only takes it out of this script: it belongs into another one.\n"
            : "";
        return string.Join('\n', findings) + warning;
    }

    /// <summary>Inside a fence that is longer than any in the lines themselves, nothing is obeyed.</summary>
    private string Block()
    {
        var text = string.Concat(Fix.Lines.Select(line => $"{line}\n"));
        var fence = new string(Fence, Math.Max(3, LongestRun(text) + 1));
        return $"{fence}suggestion\n{text}{fence}";
    }

    private static int LongestRun(string text)
    {
        var (longest, run) = (0, 0);
        foreach (var character in text)
        {
            run = character == Fence ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }

    private IEnumerable<string> Replaced => Enumerable.Range(Fix.FirstLine, Fix.LastLine - Fix.FirstLine + 1)
        .Select(number => Fix.Script.Lines.Line(number) ?? default)
        .Select(line => Fix.Script.Text.Substring(line.Offset, line.Length));
}
