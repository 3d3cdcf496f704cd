using Drawbridge.Sql;
using Drawbridge.Sql.SqlServer;

namespace Drawbridge.Tests.Sql.SqlServer;

public sealed class ReadingDirectives
{
    [Fact]
    public void Comments_at_the_top_hold_for_the_script()
    {
        var script = SqlServerReader.Read(
            """
            -- drawbridge: transaction=off
            GO
            --Drawbridge:lock-timeout = 5s
            /* why */ -- drawbridge: ignore drop-table nobody reads it
            -- drawbridge: require (SELECT COUNT(*) FROM dbo.t) = 0
            SELECT 1; -- drawbridge is great
            """);
        script.Errors.ShouldBeEmpty();
        script.Directives.Select(found => (found.Name, found.Value, found.Line)).ShouldBe(
        [
            ("transaction", "off", 1),
            ("lock-timeout", "5s", 3),
            ("ignore", "drop-table", 4),
            ("require", "(SELECT COUNT(*) FROM dbo.t) = 0", 5),
        ]);
        script.RunsInTransaction.ShouldBeFalse();
        script.Statements[0].Directives.ShouldBeEmpty();
    }

    [Fact]
    public void Ignore_above_or_inside_a_later_statement_is_that_statements()
    {
        var script = SqlServerReader.Read(
            "SELECT 1;\n-- drawbridge: ignore a why\nGO\nSELECT\n-- drawbridge: ignore b\n2;\nSELECT 3\n-- drawbridge: ignore c\n");
        script.Errors.ShouldBeEmpty();
        script.Statements.Select(statement => string.Join(' ', statement.Directives.Select(found => found.Value))).ShouldBe(["", "a b", ""]);
        script.LooseDirectives.ShouldHaveSingleItem().Value.ShouldBe("c");
    }

    [Theory]
    [InlineData("-- drawbridge: transaction=on")]
    [InlineData("-- drawbridge: require true); DROP TABLE t; SELECT (true")]
    [InlineData("-- drawbridge: require 1")]
    [InlineData("-- drawbridge: require 'a")]
    [InlineData("SELECT 1;\n-- drawbridge: transaction=off")]
    public void Directive_that_says_nothing_known_is_an_error(string text) =>
        SqlServerReader.Read(text).Errors.ShouldHaveSingleItem().Kind.ShouldBe(SyntaxErrorKind.InvalidDirective);

    [Theory]
    [InlineData("SELECT '\n-- drawbridge: transaction=off\n'")]
    [InlineData("/*\n-- drawbridge: nonsense\n*/ SELECT 1")]
    [InlineData("SELECT 1 AS [\n-- drawbridge: nonsense\n]")]
    public void Text_inside_something_is_no_directive(string text)
    {
        var script = SqlServerReader.Read(text);
        script.Errors.ShouldBeEmpty();
        script.Directives.ShouldBeEmpty();
    }
}
