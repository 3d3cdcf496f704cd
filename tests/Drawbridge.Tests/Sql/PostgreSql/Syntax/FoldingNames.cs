using Drawbridge.Sql.PostgreSql;
using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Tests.Sql.PostgreSql.Syntax;

public sealed class FoldingNames
{
    [Theory]
    [InlineData("Users", "users")]
    [InlineData("ÄpfeL", "Äpfel")]
    [InlineData("a$B_1", "a$b_1")]
    [InlineData("\"Users\"", "Users")]
    [InlineData("\"a\"\"b\"", "a\"b")]
    [InlineData("\"a.b\"", "a.b")]
    [InlineData("App.\"Users\"", "app.Users")]
    [InlineData("db . app /* c */ .\n users", "app.users")]
    [InlineData("U&\"d\\0061t\\+000061\"", "data")]
    [InlineData("u&\"d!0061\" UESCAPE '!'", "da")]
    [InlineData("U&\"\\D83D\\DE00\\\\\"", "😀\\")]
    [InlineData("U&\"\\00\"", "\\00")]
    public void Name_is_what_the_server_stores(string written, string stored) => NameIn($"DROP TABLE {written}").ToString().ShouldBe(stored);

    [Theory]
    [InlineData("Users", "USERS", true)]
    [InlineData("users", "\"users\"", true)]
    [InlineData("users", "\"Users\"", false)]
    [InlineData("app.users", "App . users", true)]
    [InlineData("app.users", "users", false)]
    public void Names_are_compared_as_the_server_does(string one, string other, bool areEqual) =>
        (NameIn($"DROP TABLE {one}") == NameIn($"TRUNCATE\n{other}")).ShouldBe(areEqual);

    [Theory]
    [InlineData("app.users", "users", true)]
    [InlineData("users", "users", true)]
    [InlineData("app.users", "other.users", false)]
    [InlineData("app.users", "app.orders", false)]
    public void Missing_schema_could_be_any(string one, string other, bool could) =>
        NameIn($"DROP TABLE {one}").CouldBe(NameIn($"DROP TABLE {other}")).ShouldBe(could);

    [Fact]
    public void Name_knows_how_and_where_it_was_written()
    {
        var name = NameIn("DROP TABLE App . \"Users\", b");
        (name.Text, name.Span.Offset, name.Span.Length).ShouldBe(("App.\"Users\"", 11, 13));
        (name.Name.IsQuoted, name.Schema!.IsQuoted).ShouldBe((true, false));
    }

    private static QualifiedName NameIn(string sql) => PostgreSqlReader.Read(sql).Statements.ShouldHaveSingleItem().Syntax switch
    {
        DropObjectsStatement drop => drop.Names[0],
        TruncateStatement truncate => truncate.Tables[0],
        var other => throw new InvalidOperationException($"{other}"),
    };
}
