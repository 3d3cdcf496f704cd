using Drawbridge.LocalEnvironment.GitHub;
using Drawbridge.LocalEnvironment.Shop;

namespace Drawbridge.EndToEnd.Tests;

public sealed class FailingInProduction(DeployedShop shop) : IClassFixture<DeployedShop>
{
    [EndToEndFact]
    public async Task A_failing_script_is_red_on_its_line_leaves_nothing_and_can_be_corrected()
    {
        var script = shop.Repository.Path(ShopRepository.BrokenScript);
        await shop.Repository.StartLoyalty();
        var approval = await shop.Platform.Validate(await shop.Repository.OpenPullRequest("loyalty"));
        approval.ExitCode.ShouldBe(0, approval.Text);

        var failure = await shop.Platform.Deploy(await shop.Repository.Merge("loyalty"));
        failure.ExitCode.ShouldBe(1, failure.Text);
        failure.Annotations.ShouldContain(
            error => error.File == script && error.Line == ShopRepository.BrokenLine, failure.Text);
        var error = (await shop.Platform.Newest()).Error.ShouldNotBeNull();
        (error.Code, error.Statement, error.Line, error.SqlState).ShouldBe(
            ("statement-failed", 2, ShopRepository.BrokenLine, "42P01"));
        await shop.Platform.ShouldAnswer($"SELECT to_regclass('{ShopRepository.BrokenTable}') IS NULL", true);
        await shop.Platform.ShouldHaveApplied(7);

        var correction = await Correct(script);
        correction.ExitCode.ShouldBe(0, correction.Text);
        await shop.Platform.ShouldHaveApplied(8);
        await shop.Platform.ShouldAnswer($"SELECT to_regclass('{ShopRepository.BrokenTable}') IS NOT NULL", true);
    }

    private async Task<ActionRun> Correct(string script)
    {
        var git = shop.Repository.Git;
        await git.StartBranch("loyal-users");
        var text = await File.ReadAllTextAsync(Path.Combine(git.Folder, script));
        git.Write(script, text.Replace("customers", "users", StringComparison.Ordinal));
        await git.Commit("Reward users, as they are called");
        return await shop.Platform.Deploy(await shop.Repository.Merge("loyal-users"));
    }
}
