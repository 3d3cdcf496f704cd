namespace Drawbridge.GitHubAction.Tests.Deploy;

public sealed class AskingAgain : DeployTest
{
    private protected override TimeProvider S3Clock { get; } = new LateClock();

    [Fact]
    public async Task Release_of_which_nothing_is_heard_for_long_is_written_again()
    {
        await CommitShop();
        Function.Answers = _ => [];
        await Deploy("--timeout-seconds", "0");
        var key = Aws.Objects(Bucket, "releases/").ShouldHaveSingleItem().Key;

        await Deploy("--timeout-seconds", "0");

        var versions = Aws.Versions(Bucket, key);
        versions.Count.ShouldBe(2);
        versions[1].Text.ShouldBe(versions[0].Text);
    }

    /// <summary>Whatever is written seems to be ten minutes old.</summary>
    private sealed class LateClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() - TimeSpan.FromMinutes(10);
    }
}
