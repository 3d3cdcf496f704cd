using System.Text;
using Drawbridge.Rules;
using Drawbridge.Rules.Changes;
using Drawbridge.Rules.Fixes;

namespace Drawbridge.Tests.Rules;

public sealed class ApplyingFixes
{
    /// <summary>The rules whose bad examples have a fix, each of them at least once.</summary>
    private static readonly string[] Fixing =
    [
        "blocking-constraint",
        "blocking-maintenance",
        "check-validation",
        "create-or-alter",
        "drop-index-blocking",
        "first-in-batch",
        "foreign-key-index",
        "foreign-key-validation",
        "mixed-transaction",
        "not-rerunnable",
        "require-concurrent-index",
        "require-online-index",
        "require-schema",
        "transaction-control",
        "unique-may-fail",
        "untrusted-constraint",
        "use-database",
        "xact-abort",
    ];

    public static TheoryData<string, int> Examples
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var page in RulePage.Ids.Select(RulePage.Read))
            {
                for (var index = 0; index < page.Bad.Count; index++)
                {
                    data.Add(page.Id, index);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_fix_takes_its_finding_away_and_leaves_text_that_can_be_read(string id, int index)
    {
        var changes = RulePage.Read(id).Bad[index].ToChangeSet();
        foreach (var finding in Findings(changes, id).Where(finding => finding.Fix is not null))
        {
            var after = Apply(changes, finding);
            var text = finding.Fix!.Apply();
            Findings(after, id).Count.ShouldBeLessThan(Findings(changes, id).Count, text);
            Findings(after, "syntax-error").Count.ShouldBe(Findings(changes, "syntax-error").Count, text);
        }
    }

    /// <summary>A suggestion on GitHub replaces whole lines.</summary>
    [Theory]
    [MemberData(nameof(Examples))]
    public void The_lines_of_a_fix_in_place_of_the_old_ones_make_the_same_script(string id, int index)
    {
        foreach (var fix in Findings(RulePage.Read(id).Bad[index].ToChangeSet(), id).Select(finding => finding.Fix).OfType<Fix>())
        {
            var lines = fix.Script.Text.Split('\n');
            string[] replaced = [.. lines[..(fix.FirstLine - 1)], .. fix.Lines, .. lines[fix.LastLine..]];
            string.Join('\n', replaced).Trim('\n').ShouldBe(fix.Apply().Trim('\n'));
        }
    }

    [Fact]
    public void The_rules_that_promise_a_fix_have_one() => RulePage.Ids
        .Where(id => RulePage.Read(id).Bad
            .SelectMany(example => Findings(example.ToChangeSet(), id))
            .Any(finding => finding.Fix is not null))
        .ShouldBe(Fixing);

    private static List<Finding> Findings(ChangeSet changes, string id) =>
        [.. RuleList.Check(changes).Where(finding => finding.Rule == id)];

    private static ChangeSet Apply(ChangeSet changes, Finding finding)
    {
        var files = changes.Head.Select(file => file.Path == finding.Path ? Holding(file, finding.Fix!.Apply()) : file);
        return new ChangeSet([.. files], changes.HasBase ? changes.Base : null, changes.Now)
        {
            Settings = changes.Settings,
            BaseSettings = changes.BaseSettings,
        };
    }

    private static MigrationFile Holding(MigrationFile file, string text) =>
        new MigrationFile(file.Place, file.Kind, file.Engine).Holding(Encoding.UTF8.GetBytes(text));
}
