using System.Text.RegularExpressions;
using Drawbridge.Tests.Shared;

namespace Drawbridge.Tests.Architecture;

/// <summary>Read from the sources, because no project may see the problems of all hosts at once.</summary>
public sealed partial class ProblemPages
{
    private static readonly IReadOnlyList<string> Problems =
    [
        .. from file in Directory.EnumerateFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories)
           from Match record in ProblemRecord().Matches(File.ReadAllText(file))
           select KebabCase.Of(record.Groups["name"].Value),
        .. from Match call in ShellProblem().Matches(File.ReadAllText(Repository.PathOf("action.sh")))
           select call.Groups["code"].Value,
    ];

    [Fact]
    public void There_are_problems_to_look_at()
    {
        Problems.ShouldContain("release-unreadable");
        Problems.ShouldContain("checksum-mismatch");
    }

    [Fact]
    public void Every_problem_has_a_page_among_the_errors_or_its_rule_s() =>
        Problems.Where(code => !Pages("errors").Contains(code) && !Pages("rules").Contains(code)).ShouldBeEmpty();

    [Fact]
    public void Every_page_among_the_errors_has_a_problem_and_no_rule() =>
        Pages("errors").Where(code => !Problems.Contains(code) || Pages("rules").Contains(code)).ShouldBeEmpty();

    [Fact]
    public void Every_page_says_its_code_and_what_to_do()
    {
        foreach (var page in Directory.EnumerateFiles(Repository.PathOf("docs/errors"), "*.md"))
        {
            var lines = File.ReadAllLines(page);
            lines[0].ShouldBe($"# {Path.GetFileNameWithoutExtension(page)}");
            lines.ShouldContain("## What to do", page);
        }
    }

    private static IEnumerable<string> Pages(string folder) => Directory
        .EnumerateFiles(Repository.PathOf($"docs/{folder}"), "*.md")
        .Select(file => Path.GetFileNameWithoutExtension(file))
        .Where(name => name != "README");

    [GeneratedRegex(@"\brecord (?<name>\w+)[^;{]*?\)\s*: Problem\(", RegexOptions.ExplicitCapture)]
    private static partial Regex ProblemRecord();

    [GeneratedRegex(@"\bfail (?<code>[a-z]+-[a-z-]+) ")]
    private static partial Regex ShellProblem();
}
