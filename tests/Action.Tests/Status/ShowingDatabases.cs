using Drawbridge.GitHubAction.Follow;
using Drawbridge.GitHubAction.Status;

namespace Drawbridge.GitHubAction.Tests.Status;

public sealed class ShowingDatabases
{
    [Fact]
    public async Task A_terminal_gets_a_table()
    {
        await using var output = new StringWriter { NewLine = "\n" };
        var surroundings = new Surroundings(
            new Dictionary<string, string>(), "/", TimeProvider.System, output, TextWriter.Null, IsTerminal: true);

        await new StatusView(surroundings, "bucket shop").Show(
            [new DatabaseStatus("orders", Release: null, Outcome: null)], OutcomeKind.NotStarted);

        $"{output}".ShouldContain("│ orders");
        $"{output}".ShouldContain("never released");
        $"{output}".ShouldContain("1 database of bucket shop, 0 scripts pending, as far as is known.\n");
    }
}
