using Drawbridge.Scripts;

namespace Drawbridge.Tests.Scripts;

public sealed class NamingDatabases
{
    [Theory]
    [InlineData("projectdb")]
    [InlineData("_Project-DB$2")]
    [InlineData("a23456789012345678901234567890123456789012345678901234567890123")]
    public void Letters_digits_and_three_signs_name_a_database(string name) =>
        DatabaseName.IsValid(name).ShouldBeTrue();

    [Theory]
    [InlineData("")]
    [InlineData("1db")]
    [InlineData("-db")]
    [InlineData("$db")]
    [InlineData("my db")]
    [InlineData("my.db")]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData("größe")]
    [InlineData("рrojectdb")]
    [InlineData("db\n")]
    [InlineData("a234567890123456789012345678901234567890123456789012345678901234")]
    public void Anything_else_does_not(string name) => DatabaseName.IsValid(name).ShouldBeFalse();
}
