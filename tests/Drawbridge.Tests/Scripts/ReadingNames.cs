using Drawbridge.Scripts;

namespace Drawbridge.Tests.Scripts;

public sealed class ReadingNames
{
    [Theory]
    [InlineData("202611221030_create_users.up.sql", NamingForm.GolangMigrate, ScriptKind.Migration, "202611221030", "create users")]
    [InlineData("1_create_users.down.sql", NamingForm.GolangMigrate, ScriptKind.Undo, "1", "create users")]
    [InlineData("0001_create-users.sql", NamingForm.Plain, ScriptKind.Migration, "1", "create-users")]
    [InlineData("1.02_x.sql", NamingForm.Plain, ScriptKind.Migration, "1.2", "x")]
    [InlineData("V1__create_users.sql", NamingForm.Flyway, ScriptKind.Migration, "1", "create users")]
    [InlineData("V1_2.3__x.sql", NamingForm.Flyway, ScriptKind.Migration, "1.2.3", "x")]
    [InlineData("U1__create_users.sql", NamingForm.Flyway, ScriptKind.Undo, "1", "create users")]
    [InlineData("1_größe ändern.sql", NamingForm.Plain, ScriptKind.Migration, "1", "größe ändern")]
    public void A_name_says_form_kind_version_and_description(
        string fileName, NamingForm form, ScriptKind kind, string version, string description)
    {
        ScriptName.TryParse(fileName, out var name).ShouldBeTrue();
        name.ShouldBe(new ScriptName(form, kind, ScriptVersion.Parse(version), description));
    }

    [Fact]
    public void A_repeatable_has_no_version()
    {
        ScriptName.TryParse("R__all_views.sql", out var name).ShouldBeTrue();
        name.ShouldBe(new ScriptName(NamingForm.Flyway, ScriptKind.Repeatable, Version: null, "all views"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".sql")]
    [InlineData("create_users.sql")]
    [InlineData("1.sql")]
    [InlineData("1_.sql")]
    [InlineData("1_create_users")]
    [InlineData("1_create_users.SQL")]
    [InlineData("1_create_users.up.SQL")]
    [InlineData("1_create_users.Up.sql")]
    [InlineData("1_create_users.left.sql")]
    [InlineData("1_create.users.sql")]
    [InlineData("1-create_users.sql")]
    [InlineData("-1_create_users.sql")]
    [InlineData("1._x.sql")]
    [InlineData("1..2_x.sql")]
    [InlineData("١_create_users.sql")]
    [InlineData("v1__x.sql")]
    [InlineData("V1_x.sql")]
    [InlineData("V__x.sql")]
    [InlineData("R1__x.sql")]
    [InlineData("B1__x.sql")]
    [InlineData("V1__x.up.sql")]
    [InlineData("1_x.sql\n")]
    [InlineData("1_x\n.sql")]
    [InlineData("1_x/../y.sql")]
    [InlineData("1_x\\y.sql")]
    [InlineData("1_x:y.sql")]
    [InlineData("1_\u202Ex.sql")]
    [InlineData("1_\u200Bx.sql")]
    [InlineData("1_\u2028x.sql")]
    [InlineData("1_\uFFFDx.sql")]
    public void Anything_else_is_no_name(string fileName) => ScriptName.TryParse(fileName, out _).ShouldBeFalse();
}
