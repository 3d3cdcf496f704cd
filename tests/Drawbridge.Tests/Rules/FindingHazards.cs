using System.Text;
using Drawbridge.Rules;
using Drawbridge.Rules.Changes;

namespace Drawbridge.Tests.Rules;

public sealed class FindingHazards
{
    [Theory]
    [InlineData("DROP TABLE users;")]
    [InlineData("DROP SCHEMA app CASCADE;")]
    [InlineData("DROP DATABASE IF EXISTS shop;")]
    [InlineData("ALTER TABLE users DROP COLUMN email CASCADE;")]
    [InlineData("TRUNCATE users;")]
    [InlineData("DELETE FROM users;")]
    [InlineData("ALTER TABLE users RENAME TO customers;")]
    [InlineData("ALTER TABLE users RENAME COLUMN mail TO email;")]
    [InlineData("ALTER SCHEMA app RENAME TO shop;")]
    [InlineData("ALTER TYPE status RENAME VALUE 'a' TO 'b';")]
    public void An_undo_script_may_take_back_what_its_migration_may_not_do(string text)
    {
        Findings(text).ShouldNotBeEmpty();
        Findings(text, "1_a.down.sql").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("DROP TABLE\n  app.users;", "drop-table", 2, 3)]
    [InlineData("ALTER TABLE users\n  ADD COLUMN age int,\n  DROP COLUMN IF EXISTS email;", "drop-column", 3, 25)]
    [InlineData("ALTER TABLE users\n  DROP CONSTRAINT a /* no, b */ CASCADE -- all\n;", "drop-cascade", 2, 33)]
    [InlineData("WITH a AS (SELECT 1)\nDELETE FROM ONLY users;", "unbounded-write", 2, 18)]
    [InlineData("ALTER TABLE users\n  RENAME mail TO email;", "rename-column", 2, 10)]
    [InlineData("GRANT SELECT ON users\n  TO shop, public;", "privileges", 2, 12)]
    [InlineData("CREATE ROLE shop\n  LOGIN SUPERUSER;", "rds-unavailable", 2, 9)]
    [InlineData("SELECT 1;\n SET ROLE owner;", "session-setting", 2, 6)]
    public void A_finding_stands_on_the_part_that_it_is_about(string text, string rule, int line, int column)
    {
        var finding = Findings(text).ShouldHaveSingleItem();
        (finding.Rule, finding.Line, finding.Column).ShouldBe((rule, line, column));
    }

    [Fact]
    public void Findings_at_one_place_keep_the_order_of_the_documentation() =>
        Findings("ALTER SYSTEM SET work_mem = '8MB';\nSELECT 1;").Select(finding => (finding.Rule, finding.Line, finding.Column))
            .ShouldBe([("rds-unavailable", 1, 1), ("mixed-transaction", 1, 1)]);

    [Fact]
    public void What_was_merged_before_is_not_new()
    {
        var merged = Script("CREATE TABLE users (id bigint PRIMARY KEY);", "1_a.up.sql");
        RuleList.Check(new ChangeSet([merged, Script("DROP TABLE users;", "2_b.up.sql")], [merged], ExampleBlock.Now))
            .Select(finding => finding.Rule).ShouldBe(["drop-table"]);
    }

    [Fact]
    public void A_temporary_table_is_known_to_its_own_script_only() =>
        RuleList.Check(new ChangeSet(
                [Script("CREATE TEMP TABLE chosen (id bigint PRIMARY KEY);", "1_a.up.sql"), Script("DROP TABLE chosen;", "2_b.up.sql")],
                [],
                ExampleBlock.Now))
            .Select(finding => finding.Rule).ShouldBe(["drop-table"]);

    [Theory]
    [InlineData("ALTER ROLE shop PASSWORD 'correct horse';")]
    [InlineData("CREATE USER shop\nWITH ENCRYPTED PASSWORD $$correct horse$$;")]
    public void A_password_is_never_repeated(string text)
    {
        var finding = Findings(text).ShouldHaveSingleItem();
        finding.Rule.ShouldBe("privileges");
        $"{finding.Message} {finding.Remedy}".ShouldNotContain("correct");
    }

    [Fact]
    public void Data_loss_is_accepted_with_a_reason_and_only_there() =>
        Findings("SELECT 1;\n-- drawbridge: ignore drop-table nobody reads it\nDROP TABLE carts;\nDROP TABLE users;")
            .ShouldHaveSingleItem().Line.ShouldBe(4);

    [Theory]
    [InlineData("COMMIT;", "transaction-control")]
    [InlineData("DISCARD ALL;", "session-control")]
    public void What_the_run_refuses_can_t_be_ignored(string statement, string rule) =>
        Findings($"SELECT 1;\n-- drawbridge: ignore {rule} please\n{statement}").Select(finding => finding.Rule).ShouldContain(rule);

    private static IReadOnlyList<Finding> Findings(string text, string name = "1_a.up.sql") =>
        RuleList.Check(new ChangeSet([Script(text, name)], [], ExampleBlock.Now));

    private static MigrationFile Script(string text, string name) =>
        new MigrationFile(new MigrationPath("db", $"projectdb/{name}")).Holding(Encoding.UTF8.GetBytes(text));
}
