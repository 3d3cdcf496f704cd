namespace Drawbridge.Tests.Sql.PostgreSql.Syntax;

public sealed class UnderstandingMaintenance
{
    [Theory]
    [InlineData("TRUNCATE TABLE a *, ONLY s.b RESTART IDENTITY CASCADE", "Truncate(Cascade=«CASCADE» Tables=[a, s.b])")]
    [InlineData("VACUUM", "Vacuum")]
    [InlineData("VACUUM FULL FREEZE s.t (a, b), u", "Vacuum(IsFull Tables=[s.t, u])")]
    [InlineData("VACUUM (FULL false, ANALYZE) t", "Vacuum(Tables=[t])")]
    [InlineData("VACUUM (VERBOSE, FULL)", "Vacuum(IsFull)")]
    [InlineData("ANALYZE VERBOSE s.t (a)", "Analyze(Tables=[s.t])")]
    [InlineData("CLUSTER", "Cluster")]
    [InlineData("CLUSTER VERBOSE s.t USING i", "Cluster(Table=s.t)")]
    [InlineData("CLUSTER i ON t", "Cluster(Table=t)")]
    [InlineData("REINDEX (VERBOSE, CONCURRENTLY) TABLE s.t", "Reindex(IsConcurrent Kind=Table Name=s.t)")]
    [InlineData("REINDEX INDEX CONCURRENTLY i", "Reindex(IsConcurrent Kind=Index Name=i)")]
    [InlineData("REINDEX SYSTEM d", "Reindex(Kind=Other Name=d)")]
    [InlineData("REINDEX DATABASE", "Reindex(Kind=Database)")]
    [InlineData("LOCK a, ONLY s.b IN SHARE  ROW EXCLUSIVE MODE NOWAIT", "LockTable(Mode=share row exclusive Tables=[a, s.b])")]
    [InlineData("LOCK TABLE t", "LockTable(Mode=access exclusive Tables=[t])")]
    [InlineData("REFRESH MATERIALIZED VIEW CONCURRENTLY s.v WITH NO DATA", "RefreshMaterializedView(IsConcurrent IsWithoutData Name=s.v)")]
    [InlineData("DO $$ x $$", "Do(Body=' x ' Language=plpgsql)")]
    [InlineData("DO LANGUAGE 'SQL' 'x'", "Do(Body='x' Language=sql)")]
    [InlineData("CALL s.p(1)", "Call(Name=s.p)")]
    [InlineData("CHECKPOINT", "Other(FirstWord=CHECKPOINT)")]
    [InlineData("Listen x", "Other(FirstWord=LISTEN)")]
    public void Work_on_whole_tables_is_told(string sql, string outline) => Outline.Of(sql).ShouldBe(outline);
}
