using System.Text;
using Drawbridge.Configuration;
using Drawbridge.Rules;
using Drawbridge.Rules.Changes;

namespace Drawbridge.Tests.Rules;

public sealed class FindingTSqlHazards
{
    [Theory]
    [InlineData("DROP TABLE dbo.users;")]
    [InlineData("DROP SCHEMA app;")]
    [InlineData("ALTER TABLE dbo.users DROP COLUMN email;")]
    [InlineData("TRUNCATE TABLE dbo.users;")]
    [InlineData("DELETE FROM dbo.users;")]
    [InlineData("EXEC sp_rename 'dbo.users', 'customers';")]
    public void An_undo_script_may_take_back_what_its_migration_may_not_do(string text)
    {
        Findings(text).ShouldNotBeEmpty();
        Findings(text, "1_a.down.sql").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("DROP PROCEDURE dbo.p;\nGO\nCREATE PROCEDURE [dbo].[P] AS SELECT 1;")]
    [InlineData("DROP VIEW v;\nGO\nCREATE OR ALTER VIEW dbo.v AS SELECT 1 AS a;")]
    [InlineData("CREATE FUNCTION dbo.f() RETURNS int AS BEGIN RETURN 1; END;\nGO\nDROP FUNCTION f;")]
    public void What_is_made_by_the_same_change_may_be_dropped(string text) =>
        Findings(text).ShouldAllBe(finding => finding.Rule == "create-or-alter");

    [Theory]
    [InlineData("DROP TABLE\n  app.users;", "drop-table", 2, 3)]
    [InlineData("DROP VIEW dbo.a,\n  dbo.b;\nGO\nCREATE OR ALTER VIEW dbo.a AS SELECT 1 AS a;", "drop-object", 2, 3)]
    [InlineData("ALTER TABLE dbo.users\n  DROP COLUMN IF EXISTS email;", "drop-column", 2, 25)]
    [InlineData("SELECT 1;\nGO\nIF 1 = 1\nBEGIN\n    TRUNCATE TABLE dbo.users;\nEND", "truncate", 5, 20)]
    [InlineData("SELECT 1\nUSE master", "use-database", 2, 1)]
    [InlineData("INSERT INTO dbo.t (a)\nSELECT a FROM other.dbo.t WHERE a = 1", "cross-database-name", 2, 15)]
    [InlineData("ALTER TABLE dbo.t ADD\n  a int NOT NULL", "required-column", 2, 3)]
    [InlineData("SELECT 1;\nSELECT SUM(a) OVER w FROM t WINDOW w;", "unparsed-statement", 2, 1)]
    [InlineData("SELECT 1;\n!!dir", "sqlcmd-command", 2, 1)]
    public void A_finding_stands_on_the_part_that_it_is_about(string text, string rule, int line, int column)
    {
        var finding = Findings(text).ShouldHaveSingleItem();
        (finding.Rule, finding.Line, finding.Column).ShouldBe((rule, line, column));
    }

    [Fact]
    public void What_was_merged_before_is_not_new()
    {
        var merged = Script("CREATE TABLE dbo.users (id int PRIMARY KEY);", "1_a.up.sql");
        RuleList.Check(new ChangeSet([merged, Script("DROP TABLE dbo.users;", "2_b.up.sql")], [merged], ExampleBlock.Now))
            .Select(finding => finding.Rule).ShouldBe(["drop-table"]);
    }

    [Fact]
    public void Data_loss_is_accepted_with_a_reason_and_only_there() =>
        Findings("SELECT 1;\n-- drawbridge: ignore drop-table nobody reads it\nDROP TABLE dbo.carts;\nGO\nDROP TABLE dbo.users;")
            .ShouldHaveSingleItem().Line.ShouldBe(5);

    [Fact]
    public void Rules_for_another_server_stay_away()
    {
        Findings("CREATE TABLE dbo.users (id int);").ShouldBeEmpty();
        RuleList.Check(new ChangeSet([Script("CREATE TABLE dbo.users (id int);", "1_a.up.sql", DatabaseEngine.PostgreSql)], [], ExampleBlock.Now))
            .ShouldHaveSingleItem().Rule.ShouldBe("no-primary-key");
    }

    [Fact]
    public void Names_and_order_are_looked_at_as_always() =>
        RuleList.Check(new ChangeSet([Script("SELECT 1;", "1_a.up.sql"), Script("SELECT 2;", "01_b.up.sql")], [], ExampleBlock.Now))
            .Select(finding => finding.Rule).Distinct().ShouldBe(["duplicate-version"]);

    [Fact]
    public void A_severity_holds_for_the_rules_of_every_server()
    {
        var settings = SettingsReader.Read("engine: sqlserver\nrules: { drop-table: warning, nolock: off }"u8);
        RuleList.Check(new ChangeSet([Script("DROP TABLE dbo.t; SELECT a FROM dbo.u (NOLOCK);", "1_a.up.sql")], [], ExampleBlock.Now) { Settings = settings })
            .Select(finding => (finding.Rule, finding.Severity)).ShouldBe([("drop-table", Severity.Warning)]);
    }

    private static IReadOnlyList<Finding> Findings(string text, string name = "1_a.up.sql") =>
        RuleList.Check(new ChangeSet([Script(text, name)], [], ExampleBlock.Now));

    private static MigrationFile Script(string text, string name, DatabaseEngine engine = DatabaseEngine.SqlServer) =>
        new MigrationFile(new MigrationPath("db", $"projectdb/{name}"), engine: engine).Holding(Encoding.UTF8.GetBytes(text));
}
