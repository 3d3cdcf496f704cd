namespace Drawbridge.Tests.Sql.PostgreSql.Syntax;

public sealed class UnderstandingObjects
{
    [Theory]
    [InlineData("CREATE INDEX ON t (a)", "CreateIndex(Elements=[a] Keyword=«INDEX» Table=t)")]
    [InlineData(
        "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS i ON ONLY s.t USING gin (lower(a) text_ops DESC, (a || b), c COLLATE \"C\") INCLUDE (d) NULLS NOT DISTINCT WITH (x = 1) TABLESPACE y WHERE e IS NULL",
        "CreateIndex(AreNullsEqual Elements=[(lower(a)), ((a || b)), c] IfNotExists Include=[d] IsConcurrent IsOnly IsUnique Keyword=«INDEX» Method=gin Name=i Table=s.t Where=e IS NULL)")]
    [InlineData(
        "CREATE INDEX \"on\" ON t (s.f(a, 1), \"B\" DESC NULLS LAST)",
        "CreateIndex(Elements=[(s.f(a, 1)), B] Keyword=«INDEX» Name=on Table=t)")]
    [InlineData("DROP TABLE IF EXISTS a, s.\"B\" CASCADE", "DropObjects(Cascade=«CASCADE» IfExists Keyword=«TABLE» Kind=Table Names=[a, s.B])")]
    [InlineData("DROP INDEX CONCURRENTLY i", "DropObjects(IsConcurrent Keyword=«INDEX» Kind=Index Names=[i])")]
    [InlineData("DROP FUNCTION f(int, text), s.g RESTRICT", "DropObjects(Keyword=«FUNCTION» Kind=Function Names=[f, s.g])")]
    [InlineData(
        "DROP TRIGGER IF EXISTS g ON s.t CASCADE",
        "DropObjects(Cascade=«CASCADE» IfExists Keyword=«TRIGGER» Kind=Trigger Names=[g] Table=s.t)")]
    [InlineData("DROP POLICY p ON t", "DropObjects(Keyword=«POLICY» Kind=Policy Names=[p] Table=t)")]
    [InlineData("DROP SCHEMA s CASCADE", "DropObjects(Cascade=«CASCADE» Keyword=«SCHEMA» Kind=Schema Names=[s])")]
    [InlineData("DROP DATABASE d WITH (FORCE)", "DropObjects(Keyword=«DATABASE» Kind=Database Names=[d])")]
    [InlineData("DROP MATERIALIZED VIEW v", "DropObjects(Keyword=«MATERIALIZED VIEW» Kind=MaterializedView Names=[v])")]
    [InlineData("DROP USER u", "DropObjects(Keyword=«USER» Kind=Role Names=[u])")]
    [InlineData("DROP OWNED BY r, current_user CASCADE", "DropOwned(Cascade=«CASCADE» Roles=[r, current_user])")]
    [InlineData("DROP OWNED BY r", "DropOwned(Roles=[r])")]
    [InlineData("DROP CAST (a AS b)", "Other(FirstWord=DROP)")]
    [InlineData(
        "CREATE OR REPLACE VIEW s.v (a, b) WITH (security_barrier) AS SELECT 1, 2 WITH CHECK OPTION",
        "CreateView(Columns=[a, b] IsReplacing Name=s.v Query=SELECT 1, 2 WITH CHECK OPTION)")]
    [InlineData("CREATE TEMP RECURSIVE VIEW v (n) AS SELECT 1", "CreateView(Columns=[n] IsTemporary Name=v Query=SELECT 1)")]
    [InlineData(
        "CREATE MATERIALIZED VIEW IF NOT EXISTS v USING heap AS SELECT 1 WITH NO DATA",
        "CreateView(IfNotExists IsMaterialized Name=v Query=SELECT 1 WITH NO DATA)")]
    [InlineData("CREATE TEMP SEQUENCE IF NOT EXISTS s.q START 1", "CreateSequence(IfNotExists IsTemporary Name=s.q)")]
    [InlineData("CREATE SCHEMA IF NOT EXISTS s", "CreateSchema(IfNotExists Name=s)")]
    [InlineData("CREATE SCHEMA AUTHORIZATION r", "CreateSchema(Owner=r)")]
    [InlineData(
        "CREATE SCHEMA s AUTHORIZATION r CREATE TABLE a (b int) GRANT CREATE ON SCHEMA s TO x WITH GRANT OPTION CREATE VIEW v AS SELECT 1",
        "CreateSchema(Elements=[CreateTable(Columns=[b integer] Name=a), Grant(Grantees=[x] Kind=Schema Objects=[s] Privileges=[create]), CreateView(Name=v Query=SELECT 1)] Name=s Owner=r)")]
    [InlineData(
        "CREATE EXTENSION IF NOT EXISTS \"uuid-ossp\" WITH SCHEMA s VERSION '1' CASCADE",
        "CreateExtension(IfNotExists IsCascade Name=uuid-ossp Schema=s)")]
    [InlineData("CREATE DATABASE d OWNER x", "CreateDatabase(Name=d)")]
    [InlineData("CREATE USER u WITH SUPERUSER ENCRYPTED PASSWORD 'x'", "DefineRole(IsNew Name=u Password=«'x'» Superuser=«SUPERUSER»)")]
    [InlineData("CREATE POLICY p ON t", "CreateObject(Kind=Policy Name=p)")]
    [InlineData("CREATE OR REPLACE RULE r AS ON INSERT TO t DO NOTHING", "CreateObject(IsReplacing Kind=Rule Name=r)")]
    [InlineData("CREATE STATISTICS IF NOT EXISTS s.x ON a, b FROM t", "CreateObject(IfNotExists Kind=Statistics Name=s.x)")]
    [InlineData("CREATE USER MAPPING FOR u SERVER s", "CreateObject(Kind=UserMapping)")]
    [InlineData("CREATE CAST (a AS b) WITHOUT FUNCTION", "Other(FirstWord=CREATE)")]
    [InlineData("COMMENT ON COLUMN s.t.a IS 'x'", "Comment(Kind=Column Name=t.a)")]
    [InlineData("COMMENT ON FUNCTION f(int) IS NULL", "Comment(Kind=Function Name=f)")]
    [InlineData("COMMENT ON CAST (a AS b) IS 'x'", "Comment(Kind=Other)")]
    public void Object_is_told_with_its_kind_and_name(string sql, string outline) => Outline.Of(sql).ShouldBe(outline);
}
