using Drawbridge.Sql.PostgreSql;
using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Tests.Sql.PostgreSql.Syntax;

/// <summary>What the server says about a routine, and where a script has it.</summary>
public sealed class FindingRoutines
{
    [Theory]
    [InlineData("f()", "f()")]
    [InlineData(
        "f(a int, IN b varchar(3) DEFAULT concat('x, y', 1), OUT c text, INOUT d timestamptz = now())",
        "f(integer,character varying,timestamp with time zone)")]
    [InlineData("f(double precision, a double precision, VARIADIC b int4[])", "f(double precision,double precision,integer[])")]
    [InlineData("app.f(a app.status, b status[], c char)", "app.f(app.status,app.status[],character)")]
    [InlineData("\"my schema\".\"F(x) line 3\"(a \"char\")", "\"my schema\".\"F(x) line 3\"(\"char\")")]
    public void Signature_is_the_server_s(string written, string shown)
    {
        var created = Created($"CREATE FUNCTION {written} RETURNS int LANGUAGE sql AS ''");
        var told = RoutineSignature.TryRead(shown).ShouldNotBeNull();
        told.Name.ShouldBe(created.Name);
        told.TakesTheSame(created).ShouldBeTrue();
    }

    [Theory]
    [InlineData("f(a int)", "f()")]
    [InlineData("f(a int)", "f(bigint)")]
    [InlineData("f(a int)", "f(integer,integer)")]
    [InlineData("f(a app.t)", "f(web.t)")]
    [InlineData("f(a users.id%TYPE)", "f(bigint)")]
    public void Other_parameters_are_another_routine(string written, string shown) =>
        RoutineSignature.TryRead(shown)!.TakesTheSame(Created($"CREATE FUNCTION {written} RETURNS int LANGUAGE sql AS ''")).ShouldBeFalse();

    [Theory]
    [InlineData("")]
    [InlineData("f")]
    [InlineData("f() + 1")]
    [InlineData("(a)")]
    public void What_is_no_signature_is_none(string text) => RoutineSignature.TryRead(text).ShouldBeNull();

    [Theory]
    [InlineData("DO $x$ab$x$", 1, "b")]
    [InlineData("DO 'a''b'", 1, "''b")]
    [InlineData("DO 'a''b'", 2, "b")]
    [InlineData(@"DO E'\n\'\x41\u00e9b'", 4, "b")]
    [InlineData(@"DO E'\U0001F600b'", 2, "b")]
    [InlineData("DO E'''b'", 1, "b")]
    [InlineData(@"DO U&'\0061\+01F600\\b'", 4, "b")]
    [InlineData("DO 'a''b'", 3, "'")]
    [InlineData("DO 'a''b'", 99, "'")]
    public void Character_of_a_string_is_found_behind_its_escapes(string sql, int index, string rest)
    {
        var code = ((DoStatement)PostgreSqlReader.Read(sql).Statements.ShouldHaveSingleItem().Syntax).Body;
        sql[code.OffsetOf(index, sql)..].ShouldStartWith(rest);
    }

    private static RoutineSignature Created(string sql) =>
        RoutineSignature.Of((CreateFunctionStatement)PostgreSqlReader.Read(sql).Statements.ShouldHaveSingleItem().Syntax, sql);
}
