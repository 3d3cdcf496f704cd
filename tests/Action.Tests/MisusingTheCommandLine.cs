using Drawbridge.GitHubAction.CommandLine;

namespace Drawbridge.GitHubAction.Tests;

public sealed class MisusingTheCommandLine
{
    [Theory]
    [InlineData("apply", "--frob", "migrations")]
    [InlineData("apply", "--frob=1", "migrations")]
    [InlineData("apply", "migrations", "--frob")]
    [InlineData("validate", "--frob", "1")]
    [InlineData("--frob")]
    public async Task An_option_that_does_not_exist_is_named_and_nothing_else(params string[] arguments) =>
        (await Complaints(arguments)).ShouldStartWith($"There is no option '--frob'.{Environment.NewLine}'drawbridge");

    [Fact]
    public async Task A_command_that_does_not_exist_is_named() =>
        (await Complaints("frob")).ShouldBe(
            $"There is no command 'frob'.{Environment.NewLine}'drawbridge --help' shows what there "
            + $"is.{Environment.NewLine}");

    [Fact]
    public async Task Apply_needs_the_way_to_the_server() =>
        (await Complaints("apply", "migrations")).ShouldStartWith("'--database-url' must name the server");

    private static async Task<string> Complaints(params string[] arguments)
    {
        await using var error = new StringWriter();
        var surroundings = new Surroundings(
            new Dictionary<string, string>(), "/", TimeProvider.System, TextWriter.Null, error, IsTerminal: false);
        ((ExitCode)await DrawbridgeCommandLine.Run(arguments, surroundings)).ShouldBe(ExitCode.Misused);
        return error.ToString();
    }
}
