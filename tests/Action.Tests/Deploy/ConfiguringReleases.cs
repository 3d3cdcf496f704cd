using Drawbridge.Manifests;
using Drawbridge.Scripts;

namespace Drawbridge.GitHubAction.Tests.Deploy;

public sealed class ConfiguringReleases : DeployTest
{
    private const string Settings = "migrations/drawbridge.yml";

    [Theory]
    [InlineData("strict", ReleaseOrder.Strict)]
    [InlineData("any", ReleaseOrder.Any)]
    public async Task A_database_s_order_counts_before_the_option(string option, ReleaseOrder others)
    {
        Repository.Write(Settings, "databases:\n  shop: { order: any }\n  postgres: {}\n");
        await CommitShop();

        var run = await Deploy("--order", option);

        run.ExitCode.ShouldBe(0, run.Text);
        Releases().Select(release => (release.Database, release.Options.Order))
            .ShouldBe([("postgres", others), ("shop", ReleaseOrder.Any)], ignoreOrder: true);
    }

    [Theory]
    [InlineData("engine: sqlserver", "master", "shop")]
    [InlineData("databases: { master: { engine: sqlserver }, shop: { engine: sqlserver } }", "master", "shop")]
    [InlineData("databases: { shop: { engine: sqlserver } }", "postgres", "shop")]
    public async Task Engine_says_which_database_goes_first(string settings, string root, string other)
    {
        Repository.Write(Settings, $"{settings}\n");
        Repository.Write($"migrations/{root}/1_create.up.sql", "CREATE DATABASE shop;\n");
        Repository.Write($"migrations/{other}/1_a.up.sql", "CREATE TABLE a (id bigint);\n");
        await Repository.Commit("two databases");
        Function.Answers = release => [ResultFor.Failure(release, "permission denied to create database")];

        await Deploy();

        Releases().ShouldHaveSingleItem().Database.ShouldBe(root);
    }

    [Fact]
    public async Task Marks_travel_with_the_release_and_the_plan_of_their_database()
    {
        Repository.Write(Settings, "marked:\n  - { path: shop/1_create_users.up.sql, as: run-again, reason: tidied up }\n");
        await CommitShop();
        var mark = new ReleaseMark("migrations/shop/1_create_users.up.sql", MarkedAs.RunAgain, "tidied up");

        (await Run("plan")).ExitCode.ShouldBe(0);
        (await Deploy()).ExitCode.ShouldBe(0);

        foreach (var found in Aws.Objects(Bucket, "plans/").Concat(Aws.Objects(Bucket, "releases/")))
        {
            var release = AnsweringFunction.ReleaseOf(found);
            (release.Marks ?? []).ShouldBe(release.Database == "shop" ? [mark] : []);
        }
    }

    [Fact]
    public async Task History_to_take_over_is_named_in_its_database_s_release_and_plan_with_what_proves_the_scripts()
    {
        Repository.Write(Settings, "databases: { shop: { adopt: flyway } }\n");
        await CommitShop();

        (await Run("plan")).ExitCode.ShouldBe(0);
        (await Deploy()).ExitCode.ShouldBe(0);

        foreach (var found in Aws.Objects(Bucket, "plans/").Concat(Aws.Objects(Bucket, "releases/")))
        {
            var release = AnsweringFunction.ReleaseOf(found);
            var isShop = release.Database == "shop";
            release.Options.Adopt.ShouldBe(isShop ? DonorTool.Flyway : null);
            release.Scripts[0].FlywayChecksum.ShouldBe(
                isShop ? FlywayChecksum.OfText("CREATE TABLE users (id bigint);") : null);
        }
    }

    [Fact]
    public async Task Ignored_files_are_not_shipped()
    {
        Repository.Write(Settings, "ignored-paths: ['*/notes/**']\n");
        Repository.Write("migrations/shop/notes/idea.sql", "DROP TABLE users;\n");
        await CommitShop();

        var run = await Deploy();

        run.ExitCode.ShouldBe(0, run.Text);
        Aws.Objects(Bucket, "migrations/").ShouldNotContain(found => found.Key.Contains("notes", StringComparison.Ordinal));
        Releases().Single(release => release.Database == "shop").Scripts.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_mistake_in_the_configuration_ships_nothing()
    {
        Repository.Write(Settings, "databases: { shop: { order: late } }\n");
        await CommitShop();

        var run = await Deploy();

        run.ExitCode.ShouldBe(1, run.Text);
        run.Annotations.Where(annotation => annotation.Level == "error").ShouldHaveSingleItem().Title.ShouldBe("configuration-invalid");
        Aws.Objects(Bucket, "").ShouldBeEmpty();
    }

    /// <summary>A new rule, or an old script, must not end every deploy.</summary>
    [Fact]
    public async Task What_is_for_people_to_judge_stops_no_deploy()
    {
        Repository.Write(Settings, "rules: { missing-undo: error }\n");
        await CommitShop();

        (await Deploy()).ExitCode.ShouldBe(0);
    }
}
