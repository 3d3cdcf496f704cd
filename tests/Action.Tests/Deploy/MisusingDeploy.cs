using Drawbridge.GitHubAction.CommandLine;

namespace Drawbridge.GitHubAction.Tests.Deploy;

public sealed class MisusingDeploy
{
    [Theory]
    [InlineData("--bucket", "")]
    [InlineData("--bucket", "shop/staging")]
    [InlineData("--migrations", "../elsewhere")]
    [InlineData("--root-database", "post gres")]
    [InlineData("--order", "random")]
    [InlineData("--timeout-seconds", "-1")]
    [InlineData("--timeout-seconds", "soon")]
    public async Task Value_that_an_option_cannot_have_is_misuse(string option, string value)
    {
        var complaints = await Run(
            new Dictionary<string, string> { ["DRAWBRIDGE_BUCKET"] = "shop" }, "deploy", option, value);

        complaints.ShouldContain("'drawbridge deploy --help' shows what there is.");
    }

    [Theory]
    [InlineData("DRAWBRIDGE_BUCKET", "", "'--bucket' must name the bucket.")]
    [InlineData("DRAWBRIDGE_TIMEOUT_SECONDS", "soon", "'soon' in the environment variable DRAWBRIDGE_TIMEOUT_SECONDS")]
    public async Task Value_that_a_variable_cannot_have_is_misuse(string variable, string value, string complaint)
    {
        var variables = new Dictionary<string, string> { ["DRAWBRIDGE_BUCKET"] = "shop", [variable] = value };

        (await Run(variables, "deploy")).ShouldContain(complaint);
    }

    private static async Task<string> Run(Dictionary<string, string> variables, params string[] arguments)
    {
        await using var error = new StringWriter();
        var surroundings = new Surroundings(
            variables, "/", TimeProvider.System, TextWriter.Null, error, IsTerminal: false);
        ((ExitCode)await DrawbridgeCommandLine.Run(arguments, surroundings)).ShouldBe(ExitCode.Misused);
        return error.ToString();
    }
}
