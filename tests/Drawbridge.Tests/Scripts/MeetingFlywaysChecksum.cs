using Drawbridge.Scripts;

namespace Drawbridge.Tests.Scripts;

public sealed class MeetingFlywaysChecksum
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("123456789", -873187034)]
    [InlineData("-- drop the old table\nDROP TABLE a;", -523675775)]
    [InlineData("-- drop the old table\r\nDROP TABLE a;\r\n", -523675775)]
    [InlineData("-- drop the old table\rDROP TABLE a;\r\r\n\n", -523675775)]
    [InlineData("-- drop the old tableDROP TABLE a;", -523675775)]
    [InlineData("SELECT 'Grüße 🚢';\n", 199743523)]
    public void It_is_that_of_the_lines_without_their_ends(string text, int checksum) =>
        FlywayChecksum.OfText(text).ShouldBe(checksum);
}
