namespace Drawbridge.Tests.Sql.PostgreSql.Syntax;

public sealed class UnderstandingRoutinesAndTypes
{
    [Theory]
    [InlineData(
        "CREATE OR REPLACE FUNCTION s.f(a int DEFAULT 1, OUT b text) RETURNS SETOF s.t LANGUAGE 'SQL' EXTERNAL SECURITY DEFINER SET search_path = a, pg_temp STABLE AS $x$ SELECT 1 $x$",
        "CreateFunction(Body=« SELECT 1 » Code=' SELECT 1 ' IsReplacing Language=sql Name=s.f Parameters=«(a int DEFAULT 1, OUT b text)» Returns=s.t SecurityDefiner=«SECURITY DEFINER» Settings=[SettingChange(Name=search_path Value=a, pg_temp)])")]
    [InlineData(
        "CREATE FUNCTION f() RETURNS TABLE (a int) SECURITY INVOKER SET x FROM CURRENT LANGUAGE plpgsql AS 'x', 'y'",
        "CreateFunction(Body=«x» Code='x' Language=plpgsql Name=f Parameters=«()» Settings=[SettingChange(Name=x)])")]
    [InlineData(
        "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; END",
        "CreateFunction(Body=«BEGIN ATOMIC SELECT 1; END» Name=f Parameters=«()» Returns=integer)")]
    [InlineData(
        "CREATE FUNCTION f() RETURNS int[] LANGUAGE sql RETURN 1 + 1",
        "CreateFunction(Body=«RETURN 1 + 1» Language=sql Name=f Parameters=«()» Returns=integer[])")]
    [InlineData(
        "CREATE PROCEDURE p() LANGUAGE plpgsql AS $$ BEGIN END $$",
        "CreateFunction(Body=« BEGIN END » Code=' BEGIN END ' IsProcedure Language=plpgsql Name=p Parameters=«()»)")]
    [InlineData(
        "CREATE TRIGGER g BEFORE UPDATE OF a ON s.t FOR EACH ROW WHEN (a > 1) EXECUTE FUNCTION s.f(1)",
        "CreateTrigger(Function=s.f Name=g Table=s.t)")]
    [InlineData(
        "CREATE OR REPLACE CONSTRAINT TRIGGER g AFTER INSERT OR DELETE ON t FROM u DEFERRABLE FOR EACH ROW EXECUTE PROCEDURE f()",
        "CreateTrigger(Function=f IsConstraint IsReplacing Name=g Table=t)")]
    [InlineData("CREATE TYPE s.e AS ENUM ('a', E'b\\'c', 'd''e')", "CreateType(Form=Enum Labels=['a', 'b'c', 'd'e'] Name=s.e)")]
    [InlineData("CREATE TYPE c AS (a int, b text COLLATE \"C\")", "CreateType(Attributes=[a integer, b text(Collation=C)] Form=Composite Name=c)")]
    [InlineData("CREATE TYPE r AS RANGE (subtype = int)", "CreateType(Form=Range Name=r)")]
    [InlineData("CREATE TYPE t", "CreateType(Form=Shell Name=t)")]
    [InlineData("CREATE TYPE t (INPUT = a, OUTPUT = b)", "CreateType(Form=Base Name=t)")]
    [InlineData(
        "CREATE DOMAIN d AS int DEFAULT 1 NOT NULL CONSTRAINT c CHECK (VALUE > 0)",
        "CreateType(Domain=d integer(Constraints=[NotNull(Columns=[d]), Check(Columns=[d] Condition=VALUE > 0 Name=c)] Default=1) Form=Domain Name=d)")]
    public void Routine_or_type_is_told(string sql, string outline) => Outline.Of(sql).ShouldBe(outline);
}
