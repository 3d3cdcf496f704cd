using Drawbridge.Sql.PostgreSql;
using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Tests.Sql.PostgreSql.Syntax;

public sealed class PointingAtParts
{
    private const string Script = "-- 😀\nSELECT 1;\r\nALTER TABLE app.users\n\tALTER age /* years */ TYPE bigint USING age::bigint,\n\tADD note varchar(20) NOT NULL;";

    private static readonly AlterTableStatement Alter =
        PostgreSqlReader.Read(Script).Statements[1].Syntax.ShouldBeOfType<AlterTableStatement>();

    [Fact]
    public void Spans_are_those_of_the_script()
    {
        var change = Alter.Actions[0].ShouldBeOfType<AlterColumnTypeAction>();
        Cut(Alter.Name.Span).ShouldBe("app.users");
        Cut(change.Span).ShouldBe("ALTER age /* years */ TYPE bigint USING age::bigint");
        Cut(change.Column.Span).ShouldBe("age");
        Cut(change.Type.Span).ShouldBe("bigint");
        Cut(change.Using!.Span).ShouldBe("age::bigint");
    }

    [Fact]
    public void Line_and_column_come_from_the_script_s_lines()
    {
        var type = Alter.Actions[1].ShouldBeOfType<AddColumnAction>().Column.Type.ShouldNotBeNull();
        var position = PostgreSqlReader.Read(Script).Lines.Locate(type.Span.Offset);
        (position.Line, position.Column).ShouldBe((5, 11));
    }

    [Fact]
    public void Constraint_begins_where_it_does()
    {
        var column = Alter.Actions[1].ShouldBeOfType<AddColumnAction>().Column;
        Cut(column.Find(ConstraintKind.NotNull)!.Span).ShouldBe("NOT NULL");
        column.IsRequired.ShouldBeTrue();
    }

    [Fact]
    public void Syntax_is_read_once()
    {
        var statement = PostgreSqlReader.Read(Script).Statements[1];
        statement.Syntax.ShouldBeSameAs(statement.Syntax);
    }

    private static string Cut(Drawbridge.Sql.TextSpan span) => Script.Substring(span.Offset, span.Length);
}
