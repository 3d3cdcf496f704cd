using System.Text;
using Drawbridge.Rules;
using Drawbridge.Rules.Changes;
using Drawbridge.Rules.Fixes;

namespace Drawbridge.Tests.Rules;

public sealed class ProposingNames
{
    [Theory]
    [InlineData("1-create-users.sql", "1_create-users.sql")]
    [InlineData("1_create_users.up.SQL", "1_create_users.up.sql")]
    [InlineData("1_create_users.UP.sql", "1_create_users.up.sql")]
    [InlineData("001 create users.up.sql.sql", "001_create_users_up_sql.sql")]
    [InlineData("1.2.create.users.sql", "1.2_create_users.sql")]
    [InlineData("1.sql", "1_describe_the_change.sql")]
    [InlineData("V1_create_users.sql", "V1__create_users.sql")]
    [InlineData("v1.2__create_users.sql", "V1.2__create_users.sql")]
    [InlineData("u3-create-users.sql", "U3__create-users.sql")]
    [InlineData("r_views.sql", "R__views.sql")]
    [InlineData("R__.sql", "R__describe_the_change.sql")]
    [InlineData("create_users.sql", "202611221200_create_users.sql")]
    [InlineData("create_users.down.sql", "202611221200_create_users.down.sql")]
    [InlineData("2026-11-21-create-users.sql", "202611221200_create-users.sql")]
    [InlineData("2026-11-21T09:30_create_users.up.sql", "202611221200_create_users.up.sql")]
    [InlineData("2026-11-21 0930 create users.sql", "202611221200_create_users.sql")]
    [InlineData("2026-11-create-users.sql", "2026_11-create-users.sql")]
    [InlineData(".sql", "202611221200_describe_the_change.sql")]
    [InlineData("\u202Esql.x\u200B%0A::error::.sql", "202611221200_sql_x_0A_error.sql")]
    public void The_nearest_valid_name_is_proposed(string name, string proposal) =>
        ProposalFor($"new projectdb/{name}").ShouldBe($"migrations/projectdb/{proposal}");

    [Theory]
    [InlineData("0007_orders.up.sql", "0008_create_users.up.sql")]
    [InlineData("V1.09__orders.sql", "V1.10__create_users.sql")]
    [InlineData("41_orders.sql", "42_create_users.sql")]
    [InlineData("202611220900_orders.up.sql", "202611221200_create_users.up.sql")]
    [InlineData("20261122090000_orders.up.sql", "20261122120000_create_users.up.sql")]
    [InlineData("202611221859_orders.up.sql", "202611221900_create_users.up.sql")]
    public void A_missing_version_is_the_next_one_in_the_style_of_the_others(string merged, string proposal) =>
        ProposalFor($"merged projectdb/{merged}", "new projectdb/create_users.sql").ShouldBe(
            $"migrations/projectdb/{proposal}");

    [Fact]
    public void Names_that_begin_with_a_date_get_versions_in_the_order_of_their_dates() =>
        Findings(
            "merged projectdb/202611201200_a.sql",
            "new projectdb/2026-11-22-b.sql",
            "new projectdb/2026-11-21-c.sql")
            .Select(finding => finding.Moves.ShouldHaveSingleItem().To)
            .Order(StringComparer.Ordinal)
            .ShouldBe(["migrations/projectdb/202611221200_c.sql", "migrations/projectdb/202611221201_b.sql"]);

    [Theory]
    [InlineData("2_2024_report.up.sql", "010_a.up.sql", "011_2024_report.up.sql")]
    [InlineData("V1_1__2024_report.sql", "V1_9__a.sql", "V1_10__2024_report.sql")]
    [InlineData("1.1_report.sql", "V1_9__a.sql", "1.10_report.sql")]
    public void Digits_of_a_description_are_no_part_of_its_version(string late, string merged, string proposal) =>
        Findings($"merged projectdb/{merged}", $"new projectdb/{late}")
            .Single(finding => finding.Rule == "out-of-order")
            .Moves.ShouldHaveSingleItem().To.ShouldBe($"migrations/projectdb/{proposal}");

    [Fact]
    public void Two_names_get_two_versions() =>
        Findings("merged projectdb/1_a.sql", "new projectdb/b.sql", "new projectdb/c.sql").Select(
            finding => finding.Moves.ShouldHaveSingleItem().To)
            .ShouldBe(["migrations/projectdb/2_b.sql", "migrations/projectdb/3_c.sql"]);

    [Fact]
    public void Late_migrations_get_fresh_versions_in_their_own_order() =>
        Findings(
            "merged projectdb/010_a.up.sql",
            "new projectdb/009_c.up.sql",
            "new projectdb/2_b.up.sql",
            "new projectdb/011_d.up.sql")
            .Where(finding => finding.Rule == "out-of-order")
            .ToDictionary(finding => finding.Path, finding => finding.Moves.ShouldHaveSingleItem().To)
            .ShouldBe(new Dictionary<string, string>
            {
                ["migrations/projectdb/2_b.up.sql"] = "migrations/projectdb/012_b.up.sql",
                ["migrations/projectdb/009_c.up.sql"] = "migrations/projectdb/013_c.up.sql",
            }, ignoreOrder: true);

    [Theory]
    [InlineData("invalid-name", "new projectdb/create users.sql")]
    [InlineData("invalid-name", "merged projectdb/V1__a.sql", "new projectdb/v2_b.sql")]
    [InlineData("out-of-order", "merged projectdb/3_a.up.sql", "new projectdb/2_b.up.sql", "new projectdb/2_b.down.sql")]
    [InlineData("out-of-order", "merged projectdb/V3__a.sql", "new projectdb/V02__b.sql", "new projectdb/sub/U2__undo.sql")]
    public void A_file_that_is_moved_as_proposed_has_no_finding(string rule, params string[] lines)
    {
        var changes = new ExampleBlock("tree", lines).ToChangeSet();
        var moves = RuleList.Check(changes).Where(finding => finding.Rule == rule).SelectMany(finding => finding.Moves)
            .ToDictionary(move => move.From, move => move.To);
        moves.ShouldNotBeEmpty();
        RuleList.Check(Moved(changes, moves)).ShouldBeEmpty();
    }

    [Fact]
    public void An_undo_script_goes_with_its_migration() =>
        Findings("merged projectdb/03_a.up.sql", "new projectdb/2_b.up.sql", "new projectdb/2_b.down.sql")
            .Single(finding => finding.Rule == "out-of-order").Moves
            .ShouldBe(
            [
                new FileMove("migrations/projectdb/2_b.up.sql", "migrations/projectdb/04_b.up.sql"),
                new FileMove("migrations/projectdb/2_b.down.sql", "migrations/projectdb/04_b.down.sql"),
            ]);

    private static ChangeSet Moved(ChangeSet changes, Dictionary<string, string> moves) => new(
        [.. changes.Head.Select(file => moves.TryGetValue(file.Path, out var to) ? At(to, file) : file)],
        changes.Base,
        changes.Now);

    private static MigrationFile At(string path, MigrationFile file) =>
        new MigrationFile(new MigrationPath("migrations", path["migrations/".Length..]))
            .Holding(Encoding.UTF8.GetBytes(file.Content!.Text));

    private static string ProposalFor(params string[] lines) =>
        Findings(lines).Single(finding => finding.Rule == "invalid-name").Moves.ShouldHaveSingleItem().To;

    private static IReadOnlyList<Finding> Findings(params string[] lines) =>
        RuleList.Check(new ExampleBlock("tree", lines).ToChangeSet());
}
