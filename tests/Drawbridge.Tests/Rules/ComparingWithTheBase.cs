using System.Text;
using Drawbridge.Rules;
using Drawbridge.Rules.Changes;
using Drawbridge.Rules.Fixes;

namespace Drawbridge.Tests.Rules;

public sealed class ComparingWithTheBase
{
    [Fact]
    public void Line_endings_and_a_byte_order_mark_are_no_change() =>
        RuleList.Check(new ChangeSet([Script("SELECT 1;\n")], [Script("\uFEFFSELECT 1;\r\n")], ExampleBlock.Now))
            .ShouldBeEmpty();

    [Fact]
    public void Without_a_base_nothing_is_out_of_order_but_every_script_is_read()
    {
        var changes = new ChangeSet([Script("SELECT (;")], @base: null, ExampleBlock.Now);
        RuleList.Check(changes).Select(finding => finding.Rule).ShouldBe(["syntax-error"]);
    }

    [Fact]
    public void A_merged_script_s_text_is_not_complained_about_again() =>
        RuleList.Check(new ChangeSet([Script("SELECT (;")], [Script("SELECT (;")], ExampleBlock.Now)).ShouldBeEmpty();

    [Fact]
    public void A_merged_script_that_became_empty_is_changed_and_flawed() =>
        RuleList.Check(new ChangeSet([Script("")], [Script("SELECT 1;")], ExampleBlock.Now)).Select(
            finding => finding.Rule)
            .ShouldBe(["changed-after-merge", "file-hygiene"], ignoreOrder: true);

    [Theory]
    [InlineData("projectdb/2_b.up.sql")]
    [InlineData("projectdb/sub/1_a.up.sql")]
    public void A_renamed_migration_is_reported_once_and_proposed_its_old_name(string path)
    {
        var changes = new ChangeSet([Script("SELECT 1;", path)], [Script("SELECT 1;")], ExampleBlock.Now);
        var finding = RuleList.Check(changes).ShouldHaveSingleItem();
        finding.Rule.ShouldBe("renamed-after-merge");
        finding.Path.ShouldBe($"db/{path}");
        finding.Moves.ShouldBe([new FileMove($"db/{path}", "db/projectdb/1_a.up.sql")]);
    }

    [Fact]
    public void A_syntax_error_has_line_and_column()
    {
        var finding = RuleList.Check(new ChangeSet([Script("SELECT 1;\n  SELECT 'é😀' || (;")], [], ExampleBlock.Now))
            .ShouldHaveSingleItem();
        (finding.Rule, finding.Line, finding.Column).ShouldBe(("syntax-error", 2, 18));
    }

    [Fact]
    public void Errors_come_before_warnings()
    {
        var findings = RuleList.Check(
            new ExampleBlock("tree", ["new projectdb/a.txt", "new projectdb/z.sql"]).ToChangeSet());
        findings.Select(finding => finding.Severity).ShouldBe([Severity.Error, Severity.Warning]);
    }

    private static MigrationFile Script(string text, string path = "projectdb/1_a.up.sql") =>
        new MigrationFile(new MigrationPath("db", path)).Holding(Encoding.UTF8.GetBytes(text));
}
