using Drawbridge.GitHubAction.CommandLine;

namespace Drawbridge.GitHubAction.Tests.Promotion;

public sealed class MisusingPromotion
{
    [Theory]
    [InlineData("'--previous-bucket' must name the bucket.", "--previous-prefix", "staging")]
    [InlineData("'--previous-bucket' must name the bucket.", "--previous-bucket", "shop/staging")]
    [InlineData("must name another environment", "--previous-bucket", "shop")]
    [InlineData("name another environment", "--prefix", "/a", "--previous-bucket", "shop", "--previous-prefix", "a/")]
    public async Task Environment_that_is_none_or_the_same_one_is_misuse(string complaint, params string[] options)
    {
        await using var error = new StringWriter();
        var bucket = new Dictionary<string, string> { ["DRAWBRIDGE_BUCKET"] = "shop" };
        var surroundings = new Surroundings(
            bucket, "/", TimeProvider.System, TextWriter.Null, error, IsTerminal: false);

        var exitCode = await DrawbridgeCommandLine.Run(["deploy", .. options], surroundings);

        exitCode.ShouldBe((int)ExitCode.Misused);
        $"{error}".ShouldContain(complaint);
    }
}
