using Drawbridge.Rules;
using Drawbridge.Rules.Changes;

namespace Drawbridge.Tests.Rules;

public sealed class ClashingVersions
{
    [Fact]
    public void A_pair_that_clashes_with_a_pair_is_one_finding_on_the_migration() => Findings(
        "projectdb/2_create_orders.up.sql",
        "projectdb/2_create_orders.down.sql",
        "projectdb/2_create_widgets.up.sql",
        "projectdb/2_create_widgets.down.sql").ShouldBe(["db/projectdb/2_create_widgets.up.sql"]);

    [Fact]
    public void Two_undo_scripts_of_one_migration_are_a_finding_on_the_second() => Findings(
        "projectdb/2_create_orders.up.sql",
        "projectdb/2_create_orders.down.sql",
        "projectdb/2_drop_orders.down.sql").ShouldBe(["db/projectdb/2_drop_orders.down.sql"]);

    [Fact]
    public void Each_further_migration_of_a_version_is_a_finding() => Findings(
        "projectdb/2_a.up.sql",
        "projectdb/2_b.up.sql",
        "projectdb/02_c.up.sql").ShouldBe(["db/projectdb/2_a.up.sql", "db/projectdb/2_b.up.sql"], ignoreOrder: true);

    [Fact]
    public void A_version_of_another_pull_request_is_a_warning_that_settings_do_not_worsen()
    {
        var finding = WithSibling("projectdb/02_their_orders.up.sql").ShouldHaveSingleItem();
        (finding.Rule, finding.Severity, finding.Path).ShouldBe(("duplicate-version", Severity.Warning, "db/projectdb/2_orders.up.sql"));
        finding.Message.ShouldContain("'db/projectdb/02_their_orders.up.sql' in the open pull request #12");
    }

    [Theory]
    [InlineData("projectdb/2_orders.up.sql")]
    [InlineData("orderdb/2_orders.up.sql")]
    [InlineData("projectdb/2_orders.down.sql")]
    [InlineData("projectdb/two.sql")]
    public void The_same_script_another_database_and_names_that_do_not_count_are_no_clash(string sibling) =>
        WithSibling(sibling).ShouldBeEmpty();

    private static IReadOnlyList<Finding> WithSibling(string path) => RuleList.Check(
        new ChangeSet([Script("projectdb/2_orders.up.sql")], [], ExampleBlock.Now)
        {
            Siblings = [new SiblingFile(12, new MigrationFile(new MigrationPath("db", path)))],
        });

    private static IEnumerable<string> Findings(params string[] paths) =>
        RuleList.Check(new ChangeSet([.. paths.Select(Script)], @base: null, ExampleBlock.Now))
            .Where(finding => finding.Rule == "duplicate-version")
            .Select(finding => finding.Path);

    private static MigrationFile Script(string path) =>
        new MigrationFile(new MigrationPath("db", path), FileKind.File).Holding("SELECT 1;"u8);
}
