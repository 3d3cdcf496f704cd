using Drawbridge.GitHubAction.Tests.Validate;

namespace Drawbridge.GitHubAction.Tests.Git;

public sealed class OpeningRepositories : CheckoutTest
{
    [Fact]
    public async Task Without_git_it_says_so() => await ShouldEnd("PATH", "/nowhere", "git-missing", "Install git");

    /// <summary>The variable is git's own, for its tests of this.</summary>
    [Fact]
    public async Task A_repository_of_another_user_ends_with_the_remedy() =>
        await ShouldEnd(
            "GIT_TEST_ASSUME_DIFFERENT_OWNER", "1", "git-ownership", "git config --global --add safe.directory");

    private async Task ShouldEnd(string variable, string value, string code, string remedy)
    {
        var run = await Checkout.ValidateWith(variable, value);
        run.ExitCode.ShouldBe(1, run.Text);
        var annotation = run.Annotations.ShouldHaveSingleItem();
        annotation.Title.ShouldBe(code);
        annotation.Message.ShouldContain(remedy);
        run.Outputs["result"].ShouldBe("failed");
    }
}
