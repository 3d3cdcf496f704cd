using Drawbridge.Rules.Proposals;

namespace Drawbridge.Tests.Rules;

public sealed class RenumberingBranches
{
    [Fact]
    public void A_branch_that_is_in_order_stays_as_it_is() => ShouldBecome(
        ["merged db/1_a.sql", "merged db/2_b.sql", "new db/3_c.sql", "new other/1_a.sql", "new db/R__views.sql"]);

    [Fact]
    public void Late_migrations_go_above_what_is_merged_in_their_own_order() => ShouldBecome(
        ["merged db/010_a.up.sql", "new db/009_c.up.sql", "new db/2_b.up.sql"],
        "db/009_c.up.sql db/012_c.up.sql",
        "db/2_b.up.sql db/011_b.up.sql");

    [Fact]
    public void A_later_one_moves_on_when_an_earlier_one_would_overtake_it() => ShouldBecome(
        ["merged db/3_a.sql", "new db/2_b.sql", "new db/4_c.sql", "new db/9_d.sql"],
        "db/4_c.sql db/5_c.sql",
        "db/2_b.sql db/4_b.sql");

    [Fact]
    public void A_name_is_free_before_another_script_takes_it() => ShouldBecome(
        ["merged db/3_a.sql", "new db/2_b.sql", "new db/4_b.sql"],
        "db/4_b.sql db/5_b.sql",
        "db/2_b.sql db/4_b.sql");

    [Fact]
    public void A_version_that_is_merged_is_given_up_with_its_undo_script_and_no_other_s() => ShouldBecome(
        ["merged db/1_a.up.sql", "merged db/1_a.down.sql", "new db/1_b.up.sql", "new db/1_b.down.sql"],
        "db/1_b.up.sql db/2_b.up.sql",
        "db/1_b.down.sql db/2_b.down.sql");

    [Fact]
    public void An_undo_script_of_another_description_goes_along_when_no_other_has_its_version() => ShouldBecome(
        ["merged db/3_a.up.sql", "new db/2_b.up.sql", "new db/2_drop_b.down.sql"],
        "db/2_b.up.sql db/4_b.up.sql",
        "db/2_drop_b.down.sql db/4_drop_b.down.sql");

    [Fact]
    public void An_undo_script_of_a_merged_migration_stays() => ShouldBecome(
        ["merged db/1_a.up.sql", "new db/1_take_a_back.down.sql", "new db/1_b.up.sql"],
        "db/1_b.up.sql db/2_b.up.sql");

    [Fact]
    public void Two_of_one_version_in_a_branch_become_two_versions() => ShouldBecome(
        ["merged db/1_a.sql", "new db/2_b.sql", "new db/2_c.sql", "new db/3_d.sql"],
        "db/3_d.sql db/4_d.sql",
        "db/2_c.sql db/3_c.sql");

    [Fact]
    public void Timestamps_become_the_present_minute_by_minute() => ShouldBecome(
        [
            "merged db/202611220900_a.sql",
            "new db/202611201000_b.sql",
            "new db/202611211000_c.sql",
            "new db/202611221030_d.sql",
        ],
        "db/202611221030_d.sql db/202611221202_d.sql",
        "db/202611211000_c.sql db/202611221201_c.sql",
        "db/202611201000_b.sql db/202611221200_b.sql");

    [Theory]
    [InlineData("V1_9__a.sql", "V1_8__b.sql", "V1_10__b.sql")]
    [InlineData("V1_9__a.sql", "1.8_b.up.sql", "1.10_b.up.sql")]
    [InlineData("007_a.sql", "V006__b.sql", "V008__b.sql")]
    public void Each_keeps_its_form(string merged, string late, string renamed) =>
        ShouldBecome([$"merged db/{merged}", $"new db/sub/{late}"], $"db/sub/{late} db/sub/{renamed}");

    [Fact]
    public void Where_late_ones_are_applied_only_a_version_that_is_taken_is_given_up() => ShouldBecome(
        [
            "merged db/3_a.sql",
            "new db/2_b.sql",
            "new db/3_c.sql",
            "new db/4_d.sql",
            "new drawbridge.yml (databases: { db: { order: any } })",
        ],
        "db/4_d.sql db/5_d.sql",
        "db/3_c.sql db/4_c.sql");

    [Fact]
    public void A_merged_migration_that_was_renamed_is_not_renumbered() =>
        ShouldBecome(["merged db/3_a.sql", "merged db/2_b.sql", "removed db/2_b.sql", "new db/2_c.sql"]);

    private static void ShouldBecome(string[] tree, params string[] renamings) => Renumbering
        .Of(new ExampleBlock("tree", tree).ToChangeSet())
        .Select(renaming => $"{renaming.From.Below} {renaming.To.Below}")
        .ShouldBe(renamings);
}
