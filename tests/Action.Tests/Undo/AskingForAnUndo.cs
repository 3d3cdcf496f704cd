using Drawbridge.GitHubAction.Tests.Deploy;
using Drawbridge.Manifests;

namespace Drawbridge.GitHubAction.Tests.Undo;

public sealed class AskingForAnUndo : DeployTest
{
    [Fact]
    public async Task Undo_is_released_for_one_database_with_its_target_and_all_its_scripts()
    {
        await CommitWithUndo();
        Function.Answers = release => [Undone(release)];

        var run = await Undo("01");

        run.ExitCode.ShouldBe(0, run.Text);
        var release = Releases().ShouldHaveSingleItem();
        (release.Mode, release.Target, release.Database, release.Scripts.Count).ShouldBe((ReleaseMode.Undo, "1", "shop", 3));
        Aws.Objects(Bucket, "migrations/").Count.ShouldBe(3);
        run.Text.ShouldContain("took back migrations/shop/2_create_orders.down.sql");
        run.Text.ShouldContain("shop: succeeded: 1 script taken back, now at 1");
        run.Summary.ShouldStartWith("## ✅ Undone: 1 script taken back\n");
    }

    [Fact]
    public async Task Undo_that_was_not_answered_is_followed_by_the_next_one_and_by_no_deploy()
    {
        await CommitWithUndo();
        Function.Answers = _ => [];
        (await Undo("1", "--timeout-seconds", "0")).ExitCode.ShouldBe(3);

        await Undo("1", "--timeout-seconds", "0");
        Releases().ShouldHaveSingleItem();
        await Deploy("--timeout-seconds", "0");

        Releases().Select(release => release.Mode).ShouldBe([ReleaseMode.Undo, ReleaseMode.Apply]);
    }

    [Fact]
    public async Task Undo_to_another_version_is_another_release()
    {
        await CommitWithUndo();
        Function.Answers = _ => [];
        await Undo("1", "--timeout-seconds", "0");

        await Undo("0", "--timeout-seconds", "0");

        Releases().Select(release => release.Target).ShouldBe(["1", "0"]);
    }

    [Fact]
    public async Task Refused_undo_is_red()
    {
        await CommitWithUndo();
        Function.Answers = release => [ResultFor.Ended(release, ResultStatus.Refused, "undo-missing")];

        var run = await Undo("0");

        run.ExitCode.ShouldBe(1);
        run.Summary.ShouldStartWith("## ❌ Not undone (refused)");
    }

    [Fact]
    public async Task Database_without_scripts_is_named_before_anything_is_written()
    {
        await CommitWithUndo();

        var run = await Run("undo", "--database", "shp", "--to", "1");

        run.ExitCode.ShouldBe(1);
        run.Annotations.ShouldHaveSingleItem().Title.ShouldBe("database-unknown");
        run.Text.ShouldContain("postgres, shop");
        Aws.Objects(Bucket, "").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("--database", "shop")]
    [InlineData("--to", "1")]
    [InlineData("--to", "latest", "--database", "shop")]
    [InlineData("--to", "1", "--database", "1shop")]
    public async Task Undo_without_a_version_and_a_database_is_misuse(params string[] options)
    {
        await CommitWithUndo();

        (await Run("undo", options)).ExitCode.ShouldBe(2);
    }

    private Task<LocalEnvironment.GitHub.ActionRun> Undo(string target, params string[] options) =>
        Run("undo", ["--database", "shop", "--to", target, .. options]);

    private async Task CommitWithUndo()
    {
        Repository.Write("migrations/shop/2_create_orders.down.sql", "DROP TABLE orders;\n");
        await CommitShop();
    }

    private static Result Undone(Release release) => ResultFor.Success(release) with
    {
        Applied = 0,
        From = "2",
        To = release.Target,
        Scripts = [.. release.Scripts.Where(script => script.Kind == Scripts.ScriptKind.Undo)
            .Select(script => new ScriptResult(script.Key, script.Version, script.Description, ScriptStatus.Undone, true, 1, 7))],
    };
}
