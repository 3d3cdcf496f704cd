using System.Text;
using Drawbridge.Rules;
using Drawbridge.Rules.Changes;

namespace Drawbridge.Tests.Rules;

public sealed class AcceptingFindings
{
    [Fact]
    public void An_ignore_with_a_reason_accepts_and_is_kept_for_the_report()
    {
        var inspection = Inspect(Examples("merged p/1_a.sql", "changed p/1_a.sql (-- drawbridge: ignore changed-after-merge it failed)"));
        inspection.Findings.ShouldBeEmpty();
        var accepted = inspection.Accepted.ShouldHaveSingleItem();
        (accepted.Finding.Rule, accepted.Finding.Path, accepted.Reason).ShouldBe(("changed-after-merge", "migrations/p/1_a.sql", "it failed"));
    }

    [Theory]
    [InlineData("-- drawbridge: ignore changed-after-merge", "changed-after-merge", "ignore-without-reason")]
    [InlineData("-- drawbridge: ignore deleted-after-merge it failed", "changed-after-merge", "unused-ignore")]
    [InlineData("-- drawbridge: ignore change-after-merge it failed", "changed-after-merge", "unused-ignore")]
    public void What_is_no_good_ignore_accepts_nothing(string comment, params string[] rules)
    {
        var inspection = Inspect(Examples("merged p/1_a.sql", $"changed p/1_a.sql ({comment})"));
        inspection.Findings.Select(finding => finding.Rule).ShouldBe(rules);
        inspection.Accepted.ShouldBeEmpty();
    }

    [Fact]
    public void A_misspelt_rule_is_guessed()
    {
        var findings = Inspect(Examples("new p/1_a.sql (-- drawbridge: ignore change-after-merge it failed)")).Findings;
        findings.ShouldHaveSingleItem().Remedy.ShouldBe("Did you mean 'changed-after-merge'?");
    }

    [Theory]
    [InlineData("duplicate-version", "can't be ignored, as line 1 does")]
    [InlineData("renamed-after-merge", "can't be ignored in a script")]
    [InlineData("unused-ignore", "can't be ignored in a script")]
    public void A_rule_that_can_not_be_ignored_says_so(string rule, string message) =>
        Inspect(Examples($"new p/1_a.sql (-- drawbridge: ignore {rule} because)")).Findings.ShouldHaveSingleItem().Message.ShouldContain(message);

    [Fact]
    public void A_duplicate_version_stays_an_error_whatever_a_script_says() =>
        Inspect(Examples("merged p/1_a.sql", "new p/1_b.sql (-- drawbridge: ignore duplicate-version because)")).Findings
            .Select(finding => finding.Rule).ShouldBe(["duplicate-version", "unused-ignore"]);

    [Theory]
    [InlineData("removed p/1_a.sql")]
    [InlineData("removed p/1_a.sql", "new p/1_b.sql")]
    public void An_entry_lets_a_merged_script_go(params string[] lines)
    {
        string[] entry = ["new drawbridge.yml (acknowledged: [{ path: p/1_a.sql, reason: it failed }])"];
        Inspect(Examples(["merged p/1_a.sql", .. lines])).Findings.ShouldHaveSingleItem().Severity.ShouldBe(Severity.Error);
        var inspection = Inspect(Examples(["merged p/1_a.sql", .. lines, .. entry]));
        inspection.Findings.ShouldBeEmpty();
        inspection.Accepted.ShouldHaveSingleItem().Reason.ShouldBe("it failed");
    }

    [Fact]
    public void An_entry_for_another_script_lets_nothing_go() => Inspect(Examples(
        "merged p/1_a.sql", "removed p/1_a.sql", "new drawbridge.yml (acknowledged: [{ path: 1_a.sql, reason: it failed }])"))
        .Findings.ShouldHaveSingleItem().Rule.ShouldBe("deleted-after-merge");

    [Fact]
    public void Without_a_base_nobody_knows_whether_an_ignore_is_needed() =>
        Inspect(new ChangeSet([Script("-- drawbridge: ignore changed-after-merge it failed\nSELECT 1;")], @base: null, ExampleBlock.Now))
            .Findings.ShouldBeEmpty();

    [Fact]
    public void An_ignore_below_the_last_statement_is_not_lost() =>
        Inspect(new ChangeSet([Script("SELECT 1;\n-- drawbridge: ignore future-version because\n")], [], ExampleBlock.Now))
            .Findings.ShouldHaveSingleItem().Line.ShouldBe(2);

    [Fact]
    public void An_ignore_above_a_later_statement_says_nothing_of_the_script() =>
        Inspect(new ChangeSet([Script("SELECT 1;\n-- drawbridge: ignore changed-after-merge it failed\nSELECT 2;")], [Script("SELECT 1;")], ExampleBlock.Now))
            .Findings.Select(finding => (finding.Rule, finding.Line)).ShouldBe([("changed-after-merge", null), ("unused-ignore", 2)]);

    [Theory]
    [InlineData("error", Severity.Error)]
    [InlineData("warning", Severity.Warning)]
    [InlineData("info", Severity.Info)]
    public void The_severity_is_the_configured_one(string word, Severity severity) => Inspect(Examples(
        $"merged drawbridge.yml (rules: {{ unexpected-file: {word} }})", "new p/notes.txt")).Findings.ShouldHaveSingleItem().Severity.ShouldBe(severity);

    [Fact]
    public void A_rule_that_is_off_for_one_database_is_on_for_the_others() => Inspect(Examples(
        "merged drawbridge.yml (databases: { p: { rules: { unexpected-file: off } } })", "new p/notes.txt", "new q/notes.txt"))
        .Findings.ShouldHaveSingleItem().Path.ShouldBe("migrations/q/notes.txt");

    [Fact]
    public void A_binding_rule_stays_what_it_is() => Inspect(Examples(
        "merged drawbridge.yml (rules: { invalid-name: off })", "new p/notes.sql"))
        .Findings.Select(finding => (finding.Rule, finding.Severity))
        .ShouldBe([("configuration-invalid", Severity.Error), ("invalid-name", Severity.Error)]);

    [Fact]
    public void A_database_of_any_order_takes_late_versions() => Inspect(Examples(
        "merged drawbridge.yml (databases: { p: { order: any } })", "merged p/2_a.sql", "new p/1_b.sql", "merged q/2_a.sql", "new q/1_b.sql"))
        .Findings.ShouldHaveSingleItem().Path.ShouldBe("migrations/q/1_b.sql");

    [Fact]
    public void A_change_that_allows_late_versions_and_holds_one_is_seen() => Inspect(Examples(
        "merged p/2_a.sql", "new p/1_b.sql", "new drawbridge.yml (databases: { p: { order: any } })"))
        .Findings.ShouldHaveSingleItem().Rule.ShouldBe("rule-weakened");

    [Fact]
    public void A_database_s_naming_is_the_configured_one() => Inspect(Examples(
        "merged drawbridge.yml (databases: { p: { naming: flyway } })", "merged p/1_a.up.sql", "new p/2_b.up.sql", "new p/V3__c.sql"))
        .Findings.Where(finding => finding.Rule == "mixed-naming").ShouldHaveSingleItem().Path.ShouldBe("migrations/p/2_b.up.sql");

    [Fact]
    public void The_binding_rules_alone_know_nothing_of_taste()
    {
        var changes = Examples("merged p/1_a.sql", "new p/notes.txt", "new p/V2__b.sql", "new p/bad.sql");
        Inspection.Of(changes, RuleList.Binding).Findings.ShouldHaveSingleItem().Rule.ShouldBe("invalid-name");
    }

    private static Inspection Inspect(ChangeSet changes) => Inspection.Of(changes, RuleList.All);

    private static ChangeSet Examples(params string[] lines) => new ExampleBlock("tree", lines).ToChangeSet();

    private static MigrationFile Script(string text) => new MigrationFile(new MigrationPath("migrations", "p/1_a.sql")).Holding(Encoding.UTF8.GetBytes(text));
}
