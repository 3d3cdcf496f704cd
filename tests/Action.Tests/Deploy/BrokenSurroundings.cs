using Drawbridge.LocalEnvironment.GitHub;

namespace Drawbridge.GitHubAction.Tests.Deploy;

public sealed class BrokenSurroundings : DeployTest
{
    [Fact]
    public async Task Bucket_that_does_not_exist_is_named()
    {
        await CommitShop();

        var run = await Deploy("--bucket", "no-such-bucket");

        run.ExitCode.ShouldBe(1);
        ShouldSay(run, "bucket-missing", "The bucket 'no-such-bucket' does not exist");
        run.Outputs["result"].ShouldBe("failed");
    }

    [Fact]
    public async Task No_credentials_are_said_before_anything_is_sent()
    {
        await CommitShop();
        var nothing = new Dictionary<string, string>
        {
            ["AWS_REGION"] = "eu-central-1",
            ["AWS_EC2_METADATA_DISABLED"] = "true",
            ["AWS_SHARED_CREDENTIALS_FILE"] = "/nowhere",
            ["AWS_CONFIG_FILE"] = "/nowhere",
        };

        var run = await Deploy(nothing);

        run.ExitCode.ShouldBe(1);
        ShouldSay(run, "credentials-missing", "");
    }

    [Fact]
    public async Task Missing_region_is_said()
    {
        await CommitShop();
        var noRegion = new Dictionary<string, string> { ["AWS_ACCESS_KEY_ID"] = "a", ["AWS_SECRET_ACCESS_KEY"] = "b", ["AWS_CONFIG_FILE"] = "/nowhere" };

        var run = await Deploy(noRegion);

        ShouldSay(run, "region-missing", "");
    }

    [Fact]
    public async Task Endpoint_that_nobody_listens_on_is_named()
    {
        await CommitShop();
        var closed = Aws.ClientVariables.ToDictionary();
        closed["AWS_ENDPOINT_URL"] = "http://127.0.0.1:9";

        var run = await Deploy(closed);

        run.ExitCode.ShouldBe(1);
        ShouldSay(run, "bucket-unreachable", "The bucket 'shop-migrations' can't be reached at '127.0.0.1:9'");
    }

    private static void ShouldSay(ActionRun run, string code, string message)
    {
        var annotation = run.Annotations.ShouldHaveSingleItem(run.Text);
        annotation.Title.ShouldBe(code);
        annotation.Message.ShouldStartWith(message);
    }
}
