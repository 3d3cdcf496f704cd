using System.Text.Json;
using Drawbridge.Scripts;

namespace Drawbridge.GitHubAction.Tests.Deploy;

public sealed class ShippingScripts : DeployTest
{
    [Fact]
    public async Task Release_names_every_script_with_its_version_hash_and_source()
    {
        var commit = await CommitShop();

        var run = await Deploy();

        run.ExitCode.ShouldBe(0, run.Text);
        var release = Releases().Single(found => found.Database == "shop");
        release.Source.Commit.ShouldBe(commit);
        release.Source.Repository.ShouldBe("acme/shop");
        release.Source.Actor.ShouldBe("octocat");
        release.Scripts.Select(script => script.Key).ShouldBe(
            ["migrations/shop/1_create_users.up.sql", "migrations/shop/2_create_orders.up.sql"]);
        foreach (var script in release.Scripts)
        {
            var stored = Aws.Objects(Bucket, script.Key).Single();
            script.S3VersionId.ShouldBe(stored.VersionId);
            script.Sha256.ShouldBe(Checksum.OfBytes(stored.Content.Span));
            script.Size.ShouldBe(stored.Content.Length);
        }
    }

    [Fact]
    public async Task Root_database_is_answered_before_the_others_are_asked()
    {
        await CommitShop();
        var whenShopWasAsked = (IReadOnlyList<string>)[];
        Function.Answers = release =>
        {
            if (release.Database == "shop")
            {
                whenShopWasAsked = [.. Aws.Objects(Bucket, "results/").Select(found => found.Key)];
            }

            return [ResultFor.Success(release)];
        };

        await Deploy();

        whenShopWasAsked.ShouldHaveSingleItem().ShouldEndWith("/postgres.json");
    }

    [Fact]
    public async Task Releases_come_after_every_script()
    {
        await CommitShop();

        await Deploy();

        var lastScript = Aws.Objects(Bucket, "migrations/")
            .Select(found => found.Sequencer)
            .Order(StringComparer.Ordinal)
            .Last();
        var firstRelease = Aws.Objects(Bucket, "releases/")
            .Select(found => found.Sequencer)
            .Order(StringComparer.Ordinal)
            .First();
        string.CompareOrdinal(lastScript, firstRelease).ShouldBeLessThan(0);
    }

    [Fact]
    public async Task Only_what_changed_is_uploaded()
    {
        await CommitShop();
        await Deploy();
        var before = Aws.Objects(Bucket, "migrations/").ToDictionary(found => found.Key, found => found.VersionId);
        Repository.Write("migrations/shop/2_create_orders.up.sql", "CREATE TABLE orders (id  uuid);\n");
        Repository.Write("migrations/shop/3_add_note.up.sql", "ALTER TABLE orders ADD note text;\n");
        await Repository.Commit("migrations: correct orders");

        var run = await Deploy();

        run.Text.ShouldContain("Uploaded 2 of 4 scripts");
        Aws.Objects(Bucket, "migrations/")
            .Where(found => before.GetValueOrDefault(found.Key) != found.VersionId)
            .Select(found => found.Key)
            .ShouldBe(["migrations/shop/2_create_orders.up.sql", "migrations/shop/3_add_note.up.sql"]);
        Releases()[^1].Scripts.Select(script => script.S3VersionId)
            .ShouldBe(Aws.Objects(Bucket, "migrations/shop/").Select(found => found.VersionId));
    }

    [Fact]
    public async Task Working_tree_does_not_count()
    {
        await CommitShop();
        Repository.Write("migrations/shop/1_create_users.up.sql", "DROP DATABASE shop;\n");
        Repository.Write("migrations/shop/9_not_committed.up.sql", "DROP TABLE users;\n");

        await Deploy();

        Aws.Objects(Bucket, "migrations/shop/").Select(found => found.Text)
            .ShouldBe(["CREATE TABLE users (id bigint);\n", "CREATE TABLE orders (id bigint);\n"]);
    }

    [Fact]
    public async Task Prefix_moves_everything_below_it()
    {
        await CommitShop();

        await Deploy("--prefix", "/staging/", "--timeout-seconds", "0");

        Aws.Objects(Bucket).ShouldAllBe(found => found.Key.StartsWith("staging/", StringComparison.Ordinal));
        Aws.Objects(Bucket, "staging/releases/").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Names_are_checked_before_anything_is_uploaded()
    {
        await CommitShop();
        Repository.Write("migrations/shop/add_index.sql", "CREATE INDEX ON users (id);\n");
        await Repository.Commit("migrations: forget the version");

        var run = await Deploy();

        run.ExitCode.ShouldBe(1);
        run.Annotations.Single(found => found.Level == "error").File.ShouldBe("migrations/shop/add_index.sql");
        run.Outputs["result"].ShouldBe("failed");
        Aws.Objects(Bucket).ShouldBeEmpty();
    }

    [Fact]
    public async Task Outputs_say_what_happened()
    {
        await CommitShop();

        var run = await Deploy();

        run.Outputs["result"].ShouldBe("succeeded");
        run.Outputs["release"].ShouldBe(Releases()[0].Id);
        run.Outputs["applied-count"].ShouldBe("3");
        run.Outputs["pending-count"].ShouldBe("0");
        run.Outputs["failed-count"].ShouldBe("0");
        using var databases = JsonDocument.Parse(run.Outputs["databases"]);
        databases.RootElement.EnumerateArray()
            .Select(each => each.GetProperty("database").GetString())
            .ShouldBe(["postgres", "shop"]);
        databases.RootElement[1].GetProperty("to").GetString().ShouldBe("2");
    }

    [Fact]
    public async Task Summary_names_every_script_that_was_applied()
    {
        await CommitShop();

        var run = await Deploy();

        run.Summary.ShouldStartWith("## ✅ Deployed: 3 scripts applied");
        run.Summary.ShouldContain("| **shop** | ✅ succeeded | – | 2 | 2 applied | 1.0 s |");
        run.Summary.ShouldContain("2&#95;create&#95;orders&#46;up&#46;sql</code> | applied | 1 | 7 ms |");
    }

    [Fact]
    public async Task Object_that_another_writer_put_first_is_never_replaced()
    {
        await CommitShop();
        Aws.Put(Bucket, "migrations/shop/1_create_users.up.sql", "CREATE TABLE users (id bigint);\n");

        var run = await Deploy();

        run.ExitCode.ShouldBe(0);
        run.Text.ShouldContain("Uploaded 2 of 3 scripts");
        Aws.Versions(Bucket, "migrations/shop/1_create_users.up.sql").ShouldHaveSingleItem();
    }
}
