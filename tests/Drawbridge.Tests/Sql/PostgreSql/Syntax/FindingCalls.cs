using Drawbridge.Sql.PostgreSql;
using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Tests.Sql.PostgreSql.Syntax;

public sealed class FindingCalls
{
    [Theory]
    [InlineData("1 + 2")]
    [InlineData("now()", "now")]
    [InlineData("Public.\"F\" (g(1), 'h()')", "public.F", "g")]
    [InlineData("(1)::numeric(10, 2) + a")]
    [InlineData("a IN (1) AND (b) OR EXISTS (SELECT f(1) FROM (VALUES (1)) v)", "f")]
    [InlineData("CASE WHEN (a) THEN (b) END")]
    [InlineData("\"in\"(1)", "in")]
    [InlineData("CURRENT_TIMESTAMP")]
    public void Functions_of_a_default_are_named(string expression, params string[] calls)
    {
        var statement = PostgreSqlReader.Read($"ALTER TABLE t ALTER a SET DEFAULT {expression}").Statements.ShouldHaveSingleItem();
        var action = statement.Syntax.ShouldBeOfType<AlterTableStatement>().Actions.ShouldHaveSingleItem().ShouldBeOfType<SetDefaultAction>();
        action.Value.Text.ShouldBe(expression);
        action.Value.Calls.Select(call => $"{call}").ShouldBe(calls);
    }
}
