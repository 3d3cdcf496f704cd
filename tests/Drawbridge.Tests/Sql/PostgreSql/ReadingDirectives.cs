using Drawbridge.Sql;
using Drawbridge.Sql.PostgreSql;

namespace Drawbridge.Tests.Sql.PostgreSql;

public sealed class ReadingDirectives
{
    [Fact]
    public void Comments_at_the_top_hold_for_the_script()
    {
        var script = PostgreSqlReader.Read(
            """
            -- Adds an index.
            -- drawbridge: transaction=off
            --Drawbridge:lock-timeout = 5s

            /* why */ -- drawbridge: statement-timeout=2min
            -- drawbridge: ignore drop-table nobody reads it
            -- drawbridge: require (SELECT count(*) = 0 FROM t)
            SELECT 1; -- drawbridge is great
            """);
        script.Errors.ShouldBeEmpty();
        script.Directives.Select(found => (found.Name, found.Value, found.Reason, found.Duration?.TotalSeconds, found.Line)).ShouldBe(
        [
            ("transaction", "off", "", null, 2),
            ("lock-timeout", "5s", "", 5, 3),
            ("statement-timeout", "2min", "", 120, 5),
            ("ignore", "drop-table", "nobody reads it", null, 6),
            ("require", "(SELECT count(*) = 0 FROM t)", "", null, 7),
        ]);
        script.Statements[0].Directives.ShouldBeEmpty();
    }

    [Fact]
    public void Ignore_above_or_inside_a_later_statement_is_that_statements()
    {
        var script = PostgreSqlReader.Read(
            "SELECT 1;\n-- drawbridge: ignore a why\nSELECT\n-- drawbridge: ignore b\n2;\nSELECT 3");
        script.Errors.ShouldBeEmpty();
        script.Directives.ShouldBeEmpty();
        script.Statements.Select(statement => string.Join(' ', statement.Directives.Select(found => found.Value)))
            .ShouldBe(["", "a b", ""]);
    }

    [Theory]
    [InlineData("-- drawbridge:")]
    [InlineData("-- drawbridge: transaction=on")]
    [InlineData("-- drawbridge: transaction off")]
    [InlineData("-- drawbridge: lock-timeout=5")]
    [InlineData("-- drawbridge: lock-timeout=-5s")]
    [InlineData("-- drawbridge: statement-timeout=99d")]
    [InlineData("-- drawbridge: lock-timeout=1s\n-- drawbridge: lock-timeout=2s")]
    [InlineData("-- drawbridge: ignore")]
    [InlineData("-- drawbridge: ignore Drop_Table reason")]
    [InlineData("-- drawbridge: require")]
    [InlineData("-- drawbridge: require true); DROP TABLE t; SELECT (true")]
    [InlineData("-- drawbridge: require a) OR (b")]
    [InlineData("-- drawbridge: require 'a")]
    [InlineData("-- drawbridge: require true -- sure")]
    [InlineData("-- drawbridge: tansaction=off")]
    [InlineData("SELECT 1;\n-- drawbridge: transaction=off")]
    public void Directive_that_says_nothing_known_is_an_error(string text) =>
        PostgreSqlReader.Read(text).Errors.ShouldHaveSingleItem().Kind.ShouldBe(SyntaxErrorKind.InvalidDirective);

    [Theory]
    [InlineData("0", 0)]
    [InlineData("250ms", 0.25)]
    [InlineData("5s", 5)]
    [InlineData("2min", 120)]
    [InlineData("1h", 3600)]
    [InlineData("1d", 86400)]
    public void Times_are_written_as_PostgreSQL_writes_them(string value, double seconds) =>
        PostgreSqlReader.Read($"-- drawbridge: lock-timeout={value}").Directives.ShouldHaveSingleItem()
            .Duration.ShouldBe(TimeSpan.FromSeconds(seconds));

    [Theory]
    [InlineData("SELECT '-- drawbridge: transaction=off'")]
    [InlineData("SELECT $$\n-- drawbridge: transaction=off\n$$")]
    [InlineData("COPY t FROM STDIN;\n-- drawbridge: transaction=off\n\\.\n")]
    [InlineData("/*\n-- drawbridge: nonsense\n*/")]
    public void Text_inside_something_is_no_directive(string text)
    {
        var script = PostgreSqlReader.Read(text);
        script.Errors.ShouldBeEmpty();
        script.Directives.ShouldBeEmpty();
    }
}
