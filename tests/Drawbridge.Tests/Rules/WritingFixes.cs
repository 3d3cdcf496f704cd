using Drawbridge.Rules;

namespace Drawbridge.Tests.Rules;

public sealed class WritingFixes
{
    [Theory]
    [InlineData("CREATE INDEX i ON t (a);", "CREATE INDEX CONCURRENTLY IF NOT EXISTS i ON t (a);")]
    [InlineData(
        "CREATE UNIQUE  INDEX IF NOT EXISTS i ON t (a)",
        "CREATE UNIQUE  INDEX CONCURRENTLY IF NOT EXISTS i ON t (a)")]
    [InlineData(
        "CREATE INDEX ON t (a, lower(b))",
        "CREATE INDEX CONCURRENTLY IF NOT EXISTS t_a_expr_idx ON t (a, lower(b))")]
    [InlineData(
        "CREATE INDEX ON \"My table\" (a)",
        "CREATE INDEX CONCURRENTLY IF NOT EXISTS \"My table_a_idx\" ON \"My table\" (a)")]
    [InlineData("CREATE INDEX i ON t (a);\nCREATE TABLE u (a int PRIMARY KEY);", "CREATE TABLE u (a int PRIMARY KEY);")]
    public void An_index(string sql, string expected) => FixOf("require-concurrent-index", sql).ShouldBe(expected);

    [Theory]
    [InlineData("DROP INDEX a;", "DROP INDEX CONCURRENTLY IF EXISTS a;")]
    [InlineData(
        "DROP INDEX IF EXISTS app.a, \"B\";",
        "DROP INDEX CONCURRENTLY IF EXISTS app.a; DROP INDEX CONCURRENTLY IF EXISTS \"B\";")]
    [InlineData("SELECT 1;\nDROP INDEX a; -- it is not used\nSELECT 2;", "SELECT 1;\nSELECT 2;")]
    public void A_dropped_index(string sql, string expected) => FixOf("drop-index-blocking", sql).ShouldBe(expected);

    [Theory]
    [InlineData("CREATE INDEX CONCURRENTLY i ON t (a);", "CREATE INDEX CONCURRENTLY IF NOT EXISTS i ON t (a);")]
    [InlineData(
        "CREATE INDEX /* x */ concurrently ON t (a);",
        "CREATE INDEX /* x */ concurrently IF NOT EXISTS t_a_idx ON t (a);")]
    [InlineData("DROP INDEX CONCURRENTLY i;", "DROP INDEX CONCURRENTLY IF EXISTS i;")]
    [InlineData(
        "-- drawbridge: ignore drop-database it was a trial\nDROP DATABASE shop;",
        "-- drawbridge: ignore drop-database it was a trial\nDROP DATABASE IF EXISTS shop;")]
    public void A_statement_that_is_tried_again(string sql, string expected) =>
        FixOf("not-rerunnable", sql).ShouldBe(expected);

    [Theory]
    [InlineData(
        "ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0);",
        "ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID;")]
    [InlineData(
        "ALTER TABLE t ADD CHECK (a > 0), ADD b int;",
        "ALTER TABLE t ADD CONSTRAINT t_check CHECK (a > 0) NOT VALID, ADD b int;")]
    [InlineData(
        "ALTER TABLE t ADD a int CHECK (a > 0) DEFAULT 7, ADD b int;",
        "ALTER TABLE t ADD a int DEFAULT 7, ADD CONSTRAINT t_a_check CHECK (a > 0) NOT VALID, ADD b int;")]
    [InlineData(
        "ALTER TABLE \"T\" ADD a int CHECK (a > 0);",
        "ALTER TABLE \"T\" ADD a int, ADD CONSTRAINT \"T_a_check\" CHECK (a > 0) NOT VALID;")]
    [InlineData(
        "ALTER DOMAIN d ADD CHECK (VALUE > 0);",
        "ALTER DOMAIN d ADD CONSTRAINT d_check CHECK (VALUE > 0) NOT VALID;")]
    public void A_check(string sql, string expected) => FixOf("check-validation", sql).ShouldBe(expected);

    [Theory]
    [InlineData(
        "ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES u ON DELETE CASCADE DEFERRABLE;",
        "ALTER TABLE t ADD CONSTRAINT t_a_fkey FOREIGN KEY (a) REFERENCES u ON DELETE CASCADE DEFERRABLE NOT VALID;")]
    [InlineData(
        "ALTER TABLE t ADD a int DEFAULT 1 CONSTRAINT c REFERENCES u (id);",
        "ALTER TABLE t ADD a int DEFAULT 1, ADD CONSTRAINT c FOREIGN KEY (a) REFERENCES u (id) NOT VALID;")]
    public void A_foreign_key(string sql, string expected) => FixOf("foreign-key-validation", sql).ShouldBe(expected);

    [Theory]
    [InlineData(
        "ALTER TABLE t ADD CONSTRAINT c UNIQUE (a, b) INCLUDE (d) DEFERRABLE;",
        "ALTER TABLE t ADD CONSTRAINT c UNIQUE USING INDEX c DEFERRABLE;")]
    [InlineData(
        "ALTER TABLE t ADD UNIQUE NULLS NOT DISTINCT (a) WITH (fillfactor = 70);",
        "ALTER TABLE t ADD CONSTRAINT t_a_key UNIQUE USING INDEX t_a_key;")]
    [InlineData(
        "ALTER TABLE t ADD PRIMARY KEY (a) NOT DEFERRABLE, ADD b int;",
        "ALTER TABLE t ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX t_pkey NOT DEFERRABLE, ADD b int;")]
    [InlineData(
        "ALTER TABLE t ADD a text UNIQUE NOT NULL DEFAULT '';",
        "ALTER TABLE t ADD a text NOT NULL DEFAULT '';")]
    public void A_key(string sql, string expected) => FixOf("blocking-constraint", sql).ShouldBe(expected);

    [Theory]
    [InlineData(
        "CREATE TABLE t (a int PRIMARY KEY, b int REFERENCES u);",
        "CREATE TABLE t (a int PRIMARY KEY, b int REFERENCES u);\nCREATE INDEX t_b_idx ON t (b);")]
    [InlineData(
        "CREATE TABLE t (a int PRIMARY KEY, b int REFERENCES u)",
        "CREATE TABLE t (a int PRIMARY KEY, b int REFERENCES u);\nCREATE INDEX t_b_idx ON t (b)")]
    [InlineData(
        "CREATE TABLE t (a int PRIMARY KEY, b int REFERENCES u); -- t\r\nSELECT 1;",
        "CREATE TABLE t (a int PRIMARY KEY, b int REFERENCES u); -- t\r\nCREATE INDEX t_b_idx ON t (b);\r\nSELECT 1;")]
    [InlineData(
        "CREATE TABLE t (a int PRIMARY KEY, b int REFERENCES u); SELECT 1;",
        "CREATE TABLE t (a int PRIMARY KEY, b int REFERENCES u);\nCREATE INDEX t_b_idx ON t (b); SELECT 1;")]
    public void The_index_of_a_foreign_key(string sql, string expected) =>
        FixOf("foreign-key-index", sql).ShouldBe(expected);

    [Theory]
    [InlineData("SELECT 1;\n  VACUUM t;\nSELECT 2;", "SELECT 1;\nSELECT 2;")]
    [InlineData("SELECT 1; VACUUM t; SELECT 2;", "SELECT 1;  SELECT 2;")]
    [InlineData("SELECT 1;\r\nVACUUM t", "SELECT 1;\r\n")]
    [InlineData("VACUUM\n t\n;\nSELECT 2;", "SELECT 2;")]
    public void A_statement_that_leaves(string sql, string expected) =>
        FixOf("mixed-transaction", sql).ShouldBe(expected);

    [Theory]
    [InlineData("REINDEX TABLE t;", "REINDEX TABLE CONCURRENTLY t;")]
    [InlineData("REFRESH MATERIALIZED VIEW v;\nSELECT 1;", "REFRESH MATERIALIZED VIEW CONCURRENTLY v;\nSELECT 1;")]
    [InlineData(
        "-- drawbridge.yml: server-version: 14\nALTER TABLE t DETACH PARTITION p;",
        "-- drawbridge.yml: server-version: 14\nALTER TABLE t DETACH PARTITION p CONCURRENTLY;")]
    public void Maintenance(string sql, string expected) => FixOf("blocking-maintenance", sql).ShouldBe(expected);

    [Fact]
    public void A_requirement_goes_to_the_top()
    {
        const string Sql = "-- first\nCREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS i ON t (a) WHERE b\nOR c;";
        const string Duplicates = "SELECT FROM t WHERE (b OR c) AND a IS NOT NULL GROUP BY a HAVING count(*) > 1";
        FixOf("unique-may-fail", Sql).ShouldBe($"-- drawbridge: require NOT EXISTS ({Duplicates})\n{Sql}");
    }

    [Theory]
    [InlineData("CREATE INDEX i\n  ON t (a);", 1, 1, "CREATE INDEX CONCURRENTLY IF NOT EXISTS i")]
    [InlineData("SELECT 1;\r\nDROP INDEX\r\n a,\r\n b;\r\nSELECT 2;", 2, 4)]
    [InlineData("SELECT 1; VACUUM t; SELECT 2;\n", 1, 1, "SELECT 1;  SELECT 2;")]
    [InlineData(
        "SELECT 1;\nALTER TABLE t\n  ADD a int CHECK (a > 0),\n  ADD b int;",
        3,
        3,
        "  ADD a int, ADD CONSTRAINT t_a_check CHECK (a > 0) NOT VALID,")]
    [InlineData(
        "CREATE TABLE t (a int PRIMARY KEY, b int REFERENCES u);\n\nSELECT 1;",
        1,
        1,
        "CREATE TABLE t (a int PRIMARY KEY, b int REFERENCES u);",
        "CREATE INDEX t_b_idx ON t (b);")]
    public void The_lines_that_change_are_known(string sql, int first, int last, params string[] lines)
    {
        var fix = Change(sql).First(finding => finding.Fix is not null).Fix!;
        (fix.FirstLine, fix.LastLine).ShouldBe((first, last));
        fix.Lines.ShouldBe(lines);
    }

    [Theory]
    [InlineData("ALTER ROLE shop PASSWORD 'correct horse'; DROP INDEX a;")]
    [InlineData("ALTER ROLE a PASSWORD 'b'; -- password=c\nSELECT 1;\nDROP INDEX\na; ALTER ROLE shop PASSWORD 'correct horse';")]
    [InlineData("ALTER ROLE shop PASSWORD '\ncorrect\nhorse\n'; DROP INDEX a; SELECT 'password=d';")]
    public void A_line_with_a_password_is_not_written_again(string sql) =>
        Change(sql).Single(finding => finding.Rule == "drop-index-blocking").Fix.ShouldBeNull();

    [Fact]
    public void Lines_beside_a_password_have_their_fixes() =>
        Change("ALTER ROLE shop PASSWORD 'a';\nDROP INDEX a;\nALTER ROLE shop PASSWORD 'b';")
            .Single(finding => finding.Rule == "drop-index-blocking").Fix.ShouldNotBeNull();

    [Theory]
    [InlineData("ALTER TABLE t ADD a int PRIMARY KEY DEFAULT 1;", "blocking-constraint")]
    [InlineData("ALTER TABLE t ADD EXCLUDE USING gist (a WITH &&);", "blocking-constraint")]
    [InlineData("ALTER TABLE t ADD a int REFERENCES u;", "foreign-key-index")]
    [InlineData(
        "CREATE TABLE p (a int PRIMARY KEY) PARTITION BY RANGE (a);\n-- next script\nCREATE INDEX CONCURRENTLY IF "
            + "NOT EXISTS i ON p (a);",
        "require-concurrent-index")]
    public void Where_one_script_is_not_enough_there_is_none(string sql, string rule) =>
        Change(sql).Where(finding => finding.Rule == rule).ShouldHaveSingleItem().Fix.ShouldBeNull();

    private static string FixOf(string rule, string sql) =>
        Change(sql).First(finding => finding.Rule == rule).Fix.ShouldNotBeNull().Apply();

    private static IReadOnlyList<Finding> Change(string sql) =>
        RuleList.Check(new ExampleBlock("sql", sql.Split('\n')).ToChangeSet());
}
