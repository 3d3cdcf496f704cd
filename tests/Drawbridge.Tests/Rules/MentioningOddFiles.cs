using Drawbridge.Rules;
using Drawbridge.Rules.Changes;

namespace Drawbridge.Tests.Rules;

public sealed class MentioningOddFiles
{
    [Theory]
    [InlineData("\uFEFFSELECT 1;", "byte-order mark")]
    [InlineData("SELECT 1;\r\nSELECT 2;\n", "mixes the line endings")]
    public void What_other_tools_stumble_over_is_info(string text, string message)
    {
        var finding = Findings(text).ShouldHaveSingleItem();
        (finding.Rule, finding.Severity).ShouldBe(("file-hygiene", Severity.Info));
        finding.Message.ShouldContain(message);
    }

    [Theory]
    [InlineData("SELECT 1;\nSELECT 2;\n")]
    [InlineData("SELECT 1;\r\nSELECT 2;\r\n")]
    public void One_kind_of_line_ending_is_fine(string text) => Findings(text).ShouldBeEmpty();

    private static IReadOnlyList<Finding> Findings(string text) => RuleList.Check(new ChangeSet(
        [new MigrationFile(new MigrationPath("db", "projectdb/1_a.up.sql")).Holding(System.Text.Encoding.UTF8.GetBytes(text))],
        @base: [],
        ExampleBlock.Now));
}
