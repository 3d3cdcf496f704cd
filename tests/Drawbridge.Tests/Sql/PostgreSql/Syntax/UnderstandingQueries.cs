namespace Drawbridge.Tests.Sql.PostgreSql.Syntax;

public sealed class UnderstandingQueries
{
    [Theory]
    [InlineData("INSERT INTO s.t AS x (a, b) VALUES (1, 2) ON CONFLICT DO NOTHING", "Insert(HasLiteralRows Target=s.t)")]
    [InlineData("INSERT INTO t DEFAULT VALUES", "Insert(HasLiteralRows Target=t)")]
    [InlineData("INSERT INTO t (a) OVERRIDING SYSTEM VALUE SELECT 1", "Insert(Target=t)")]
    [InlineData("INSERT INTO t (SELECT 1)", "Insert(Target=t)")]
    [InlineData("INSERT INTO t WITH a AS (DELETE FROM u) SELECT 1", "Insert(Target=t With=[a: Delete(Target=u)])")]
    [InlineData(
        "UPDATE s.t * AS x SET a = (SELECT b FROM c WHERE d) WHERE x.where = 1 AND (b) RETURNING c",
        "Update(Target=s.t Where=x.where = 1 AND (b))")]
    [InlineData("UPDATE t SET a = (SELECT 1 WHERE true)", "Update(Target=t)")]
    [InlineData("UPDATE ONLY (t) SET a = 1 RETURNING a", "Update(Target=t)")]
    [InlineData("DELETE FROM t USING u WHERE CURRENT OF c", "Delete(Target=t Where=CURRENT OF c)")]
    [InlineData("DELETE FROM t", "Delete(Target=t)")]
    [InlineData("MERGE INTO ONLY t USING s ON true WHEN MATCHED THEN DELETE", "Merge(Target=t)")]
    [InlineData(
        "WITH a AS (DELETE FROM t WHERE b RETURNING *), c(d) AS NOT MATERIALIZED (SELECT 1) SELECT * FROM a",
        "Select(With=[a: Delete(Target=t Where=b), c: Select])")]
    [InlineData(
        "WITH RECURSIVE a AS (SELECT 1) SEARCH DEPTH FIRST BY b, c SET d CYCLE b SET e TO 1 DEFAULT 0 USING f, g AS (UPDATE t SET x = 1) DELETE FROM h WHERE i",
        "Delete(Target=h Where=i With=[a: Select, g: Update(Target=t)])")]
    [InlineData("SELECT 1", "Select")]
    [InlineData("(SELECT 1) UNION VALUES (2)", "Select")]
    [InlineData("TABLE t", "Select")]
    [InlineData("SELECT a, b INTO UNLOGGED TABLE s.t FROM c", "Select(Into=s.t)")]
    [InlineData("COPY (SELECT 1) TO PROGRAM 'x'", "Copy(IsServerSide)")]
    [InlineData("COPY t FROM '/file'", "Copy(IsFrom IsServerSide Table=t)")]
    [InlineData("EXPLAIN (ANALYZE, VERBOSE) DELETE FROM t", "Explain(IsAnalyze Statement=Delete(Target=t))")]
    [InlineData("EXPLAIN (ANALYZE off) UPDATE t SET a = 1", "Explain(Statement=Update(Target=t))")]
    [InlineData("EXPLAIN ANALYZE VERBOSE SELECT 1", "Explain(IsAnalyze Statement=Select)")]
    [InlineData("EXPLAIN EXPLAIN SELECT 1", "Other(FirstWord=EXPLAIN)")]
    [InlineData("COPY s.t (a, b) FROM STDIN", "Copy(IsFrom Table=s.t)")]
    public void Rows_that_are_written_are_told(string sql, string outline) => Outline.Of(sql).ShouldBe(outline);
}
