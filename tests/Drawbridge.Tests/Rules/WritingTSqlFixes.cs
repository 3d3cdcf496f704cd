using Drawbridge.Rules;

namespace Drawbridge.Tests.Rules;

public sealed class WritingTSqlFixes
{
    private const string Settings = "-- drawbridge.yml: { engine: sqlserver, rules: { require-schema: warning } }\n";

    [Theory]
    [InlineData("CREATE INDEX i ON dbo.t (a);", "CREATE INDEX i ON dbo.t (a) WITH (ONLINE = ON);")]
    [InlineData("CREATE INDEX i ON dbo.t (a) WHERE a > 0;", "CREATE INDEX i ON dbo.t (a) WHERE a > 0 WITH (ONLINE = ON);")]
    [InlineData("CREATE UNIQUE INDEX i ON dbo.t (a) INCLUDE (b)", "CREATE UNIQUE INDEX i ON dbo.t (a) INCLUDE (b) WITH (ONLINE = ON)")]
    [InlineData("CREATE INDEX i ON dbo.t (a) WITH (FILLFACTOR = 80);", "CREATE INDEX i ON dbo.t (a) WITH (FILLFACTOR = 80, ONLINE = ON);")]
    public void An_index(string sql, string expected) => FixOf("require-online-index", sql).ShouldBe(expected);

    [Theory]
    [InlineData("SELECT 1;\nCREATE OR ALTER VIEW dbo.v AS SELECT 1 AS a;", "SELECT 1;\nGO\nCREATE OR ALTER VIEW dbo.v AS SELECT 1 AS a;")]
    [InlineData("SELECT 1;\r\n  ALTER PROC dbo.p AS SELECT 1;", "SELECT 1;\r\nGO\r\n  ALTER PROC dbo.p AS SELECT 1;")]
    [InlineData("SELECT 1; CREATE SCHEMA s;", "SELECT 1; \nGO\nCREATE SCHEMA s;")]
    public void A_batch_that_begins(string sql, string expected) => FixOf("first-in-batch", sql).ShouldBe(expected);

    [Theory]
    [InlineData("USE shop;\nSELECT 1;", "\nSELECT 1;")]
    [InlineData("USE [shop]\nGO\nSELECT 1;", "\nGO\nSELECT 1;")]
    public void A_database_that_is_left(string sql, string expected) => FixOf("use-database", sql).ShouldBe(expected);

    [Theory]
    [InlineData("create view dbo.v AS SELECT 1 AS a;", "create OR ALTER view dbo.v AS SELECT 1 AS a;")]
    [InlineData("CREATE\nTRIGGER dbo.t1 ON dbo.t AFTER INSERT AS SELECT 1;", "CREATE OR ALTER\nTRIGGER dbo.t1 ON dbo.t AFTER INSERT AS SELECT 1;")]
    public void What_is_made_or_altered(string sql, string expected) => FixOf("create-or-alter", sql).ShouldBe(expected);

    [Fact]
    public void A_constraint_that_is_trusted_again() => FixOf("untrusted-constraint", "ALTER TABLE dbo.t CHECK CONSTRAINT ALL;")
        .ShouldBe("ALTER TABLE dbo.t WITH CHECK CHECK CONSTRAINT ALL;");

    [Fact]
    public void A_schema() => FixOf("require-schema", "DROP TABLE IF EXISTS [t];").ShouldBe("DROP TABLE IF EXISTS dbo.[t];");

    [Theory]
    [InlineData("IF 1 = 1 USE shop;", "use-database")]
    [InlineData("ALTER INDEX ALL ON dbo.t REBUILD;", "require-online-index")]
    [InlineData("ALTER TABLE dbo.t WITH NOCHECK CHECK CONSTRAINT c;", "untrusted-constraint")]
    public void Where_it_is_not_sure_there_is_none(string sql, string rule) =>
        Change(sql).Where(finding => finding.Rule == rule).ShouldHaveSingleItem().Fix.ShouldBeNull();

    private static string FixOf(string rule, string sql) =>
        Change(sql).First(finding => finding.Rule == rule).Fix.ShouldNotBeNull().Apply()[Settings.Length..];

    private static IReadOnlyList<Finding> Change(string sql) =>
        RuleList.Check(new ExampleBlock("sql", $"{Settings}{sql}".Split('\n')).ToChangeSet());
}
