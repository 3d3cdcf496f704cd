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

    private static IEnumerable<string> Findings(params string[] paths) =>
        RuleList.Check(new ChangeSet([.. paths.Select(Script)], @base: null, ExampleBlock.Now))
            .Where(finding => finding.Rule == "duplicate-version")
            .Select(finding => finding.Path);

    private static MigrationFile Script(string path) =>
        new MigrationFile(new MigrationPath("db", path), FileKind.File).Holding("SELECT 1;"u8);
}
