using Drawbridge.Sql.PostgreSql;
using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Tests.Sql.PostgreSql.Syntax;

public sealed class NamingTypes
{
    [Theory]
    [InlineData("INT", "integer")]
    [InlineData("int4", "integer")]
    [InlineData("\"int4\"", "integer")]
    [InlineData("pg_catalog.int8", "bigint")]
    [InlineData("smallint", "smallint")]
    [InlineData("serial8", "bigserial")]
    [InlineData("bool", "boolean")]
    [InlineData("decimal (10, 2)", "numeric(10,2)")]
    [InlineData("numeric(3, -1)", "numeric(3,-1)")]
    [InlineData("float", "double precision")]
    [InlineData("float(24)", "real")]
    [InlineData("float(25)", "double precision")]
    [InlineData("double precision", "double precision")]
    [InlineData("varchar", "character varying")]
    [InlineData("character varying(20)", "character varying(20)")]
    [InlineData("national character varying(20)", "character varying(20)")]
    [InlineData("nchar varying(20)", "character varying(20)")]
    [InlineData("char", "character(1)")]
    [InlineData("character(3)", "character(3)")]
    [InlineData("bpchar", "bpchar")]
    [InlineData("bpchar(3)", "character(3)")]
    [InlineData("\"char\"", "\"char\"")]
    [InlineData("bit", "bit(1)")]
    [InlineData("bit varying(3)", "bit varying(3)")]
    [InlineData("timestamp", "timestamp without time zone")]
    [InlineData("timestamp(3) with time zone", "timestamp with time zone(3)")]
    [InlineData("timestamptz", "timestamp with time zone")]
    [InlineData("time without time zone", "time without time zone")]
    [InlineData("timetz(2)", "time with time zone(2)")]
    [InlineData("interval", "interval")]
    [InlineData("interval day to second (3)", "interval(day to second,3)")]
    [InlineData("interval(6)", "interval(6)")]
    [InlineData("text[]", "text[]")]
    [InlineData("int[3][4]", "integer[][]")]
    [InlineData("varchar(3) ARRAY[4]", "character varying(3)[]")]
    [InlineData("text ARRAY", "text[]")]
    [InlineData("App.\"Mood\"", "app.Mood")]
    [InlineData("geometry(Point, 4326)", "geometry(Point,4326)")]
    public void Type_has_the_name_that_the_catalog_shows(string written, string canonical)
    {
        var type = TypeIn($"ALTER TABLE t ALTER a TYPE {written} USING b").ShouldNotBeNull();
        type.ToString().ShouldBe(canonical);
        type.Text.ShouldBe(written);
    }

    [Theory]
    [InlineData("varchar(20)", 0, 20)]
    [InlineData("numeric(10,2)", 1, 2)]
    [InlineData("numeric(10)", 1, null)]
    [InlineData("geometry(Point)", 0, null)]
    public void Modifiers_are_numbers_where_they_are(string written, int index, int? value) =>
        TypeIn($"ALTER TABLE t ADD a {written}").ShouldNotBeNull().Modifier(index).ShouldBe(value);

    [Theory]
    [InlineData("serial", true)]
    [InlineData("integer", false)]
    [InlineData("\"serial4\"", true)]
    [InlineData("serial[]", false)]
    [InlineData("app.serial", false)]
    public void Serial_brings_a_sequence(string written, bool isSerial) =>
        TypeIn($"ALTER TABLE t ADD a {written}").ShouldNotBeNull().IsSerial.ShouldBe(isSerial);

    private static DataType? TypeIn(string sql) =>
        PostgreSqlReader.Read(sql).Statements.ShouldHaveSingleItem().Syntax.ShouldBeOfType<AlterTableStatement>().Actions.ShouldHaveSingleItem() switch
        {
            AlterColumnTypeAction change => change.Type,
            AddColumnAction add => add.Column.Type,
            _ => null,
        };
}
