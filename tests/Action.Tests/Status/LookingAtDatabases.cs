using System.Text.Json;
using Drawbridge.GitHubAction.Tests.Deploy;
using Drawbridge.LocalAws.Faults;
using Drawbridge.LocalEnvironment.GitHub;
using Drawbridge.Manifests;

namespace Drawbridge.GitHubAction.Tests.Status;

public sealed class LookingAtDatabases : DeployTest
{
    [Fact]
    public async Task Each_database_is_shown_with_its_version_and_its_last_release()
    {
        await CommitShop();
        await Deploy();
        var release = Releases()[0].Id;

        var run = await Status();

        run.ExitCode.ShouldBe(0, run.Text);
        run.Annotations.ShouldBeEmpty();
        run.Text.ShouldContain($"postgres: version 1, 0 pending, succeeded ({release}, ");
        run.Text.ShouldContain($"shop: version 2, 0 pending, succeeded ({release}, ");
        run.Text.ShouldContain("2 databases of bucket shop-migrations, 0 scripts pending.");
        run.Summary.ShouldStartWith("## 📍 2 databases of bucket shop&#45;migrations, 0 scripts pending");
        run.Summary.ShouldContain("| <code>shop</code> | 2 | 0 | <code>");
    }

    [Fact]
    public async Task Outputs_say_the_same()
    {
        await CommitShop();
        await Deploy();

        var run = await Status();

        var release = Releases()[0].Id;
        (run.Outputs["result"], run.Outputs["release"], run.Outputs["pending-count"])
            .ShouldBe(("succeeded", release, "0"));
        using var databases = JsonDocument.Parse(run.Outputs["databases"]);
        databases.RootElement[1].GetRawText().ShouldBe(
            """{"database":"shop","version":"2","pending":0"""
            + $$""","release":"{{release}}","result":"succeeded","error":null}""");
    }

    [Fact]
    public async Task Release_that_failed_is_told_with_what_to_do()
    {
        await CommitShop();
        Function.Answers = release =>
            [release.Database == "shop" ? ResultFor.Failure(release, "No such table.") : ResultFor.Success(release)];
        await Deploy();

        var run = await Status();

        run.ExitCode.ShouldBe(1, run.Text);
        run.Text.ShouldContain("shop: version 2, 1 pending, failed");
        var annotation = run.Annotations.ShouldHaveSingleItem();
        (annotation.Title, annotation.Message).ShouldBe(
            ("statement-failed", "Database 'shop': No such table. Correct the statement; the script was rolled back."));
        run.Outputs["result"].ShouldBe("failed");
        run.Outputs["pending-count"].ShouldBe("1");
    }

    [Fact]
    public async Task Release_that_nobody_answered_is_seen()
    {
        await CommitShop();
        Function.Answers = _ => [];
        await Deploy("--timeout-seconds", "0");

        var run = await Status();

        run.ExitCode.ShouldBe(3, run.Text);
        run.Text.ShouldContain("postgres: version unknown, pending unknown, no answer yet");
        run.Text.ShouldContain("0 scripts pending, as far as is known.");
        run.Outputs["result"].ShouldBe("no-result");
    }

    [Fact]
    public async Task Answer_that_did_not_reach_the_history_leaves_the_version_of_the_one_before()
    {
        await CommitShop();
        await Deploy();
        Function.Answers = release =>
            [ResultFor.Ended(release, ResultStatus.Refused, "pooler-detected") with { Scripts = [] }];
        await Deploy();

        var run = await Status();

        run.ExitCode.ShouldBe(1, run.Text);
        run.Text.ShouldContain($"postgres: version 1, pending unknown, refused ({Releases()[^1].Id}");
        run.Text.ShouldContain("shop: version 2, 0 pending, succeeded");
    }

    [Fact]
    public async Task Undo_and_upload_count_as_what_happened_last_and_a_plan_does_not()
    {
        await CommitShop();
        await Deploy();
        var release = Releases().Single(found => found.Database == "shop");
        ReleaseId.TryParse("upload-20991122T110400Z-abc", out var upload).ShouldBeTrue();
        ReleaseId.TryParse("20991122T110400Z-1a2b3c4-1", out var undo).ShouldBeTrue();
        ReleaseId.TryParse("20991123T110400Z-plan1a2b3c4-1", out var plan).ShouldBeTrue();
        Function.Write(ResultFor.Success(release) with { Id = upload!.Text, To = "7" });
        var undone = ResultFor.Success(release) with { Id = undo!.Text, Mode = ReleaseMode.Undo, To = null };
        Function.Write(undone with { Database = "postgres" });
        Function.Write(ResultFor.Running(release) with { Id = plan!.Text, Mode = ReleaseMode.Plan });

        var run = await Status();

        run.Text.ShouldContain($"shop: version 7, 0 pending, succeeded ({upload}, ");
        run.Text.ShouldContain($"postgres: version none, pending unknown, undo succeeded ({undo}, ");
    }

    [Fact]
    public async Task Plan_asks_the_databases_about_this_commit()
    {
        await CommitShop();
        await Deploy();
        Repository.Write("migrations/shop/3_add_note.up.sql", "ALTER TABLE orders ADD note text;\n");
        Repository.Write("migrations/stock/1_create_items.up.sql", "CREATE TABLE items (id bigint);\n");
        await Repository.Commit("migrations: add notes and stock");
        Function.Answers = plan => [Planned(plan)];

        var run = await Status("--plan");

        run.ExitCode.ShouldBe(0, run.Text);
        run.Text.ShouldContain("shop: version 2, 1 pending, succeeded (");
        run.Text.ShouldContain("stock: version none, 1 pending, never released\n");
        run.Outputs["pending-count"].ShouldBe("2");
    }

    [Fact]
    public async Task Plan_that_would_be_refused_is_an_error_of_its_own()
    {
        await CommitShop();
        await Deploy();
        var error = new ResultError("drifted", "It changed.", "Put it back.");
        Function.Answers = plan => [Planned(plan) with { Status = ResultStatus.Refused, Error = error }];

        var run = await Status("--plan");

        run.ExitCode.ShouldBe(1, run.Text);
        run.Annotations.Select(annotation => annotation.Message)
            .ShouldContain("Database 'shop': It changed. Put it back.");
        run.Text.ShouldContain("shop: version 1, 1 pending, succeeded");
    }

    [Fact]
    public async Task Bucket_without_a_release_says_so()
    {
        await CommitShop();

        var run = await Status();

        run.ExitCode.ShouldBe(0, run.Text);
        run.Text.ShouldContain("Nothing was released to bucket shop-migrations yet.");
        run.Outputs["result"].ShouldBe("not-started");
        run.Outputs["databases"].ShouldBe("[]");
    }

    [Fact]
    public async Task Role_that_may_not_list_releases_sees_what_was_answered()
    {
        await CommitShop();
        await Deploy();
        // Results are listed first.
        Aws.Faults.Add(new StorageFault(StorageFailure.Denied) { Method = "GET", Skip = 1 });

        var run = await Status();

        run.ExitCode.ShouldBe(0, run.Text);
        run.Text.ShouldContain("Releases without an answer can't be seen. ");
        run.Text.ShouldContain("shop: version 2, 0 pending, succeeded");
    }

    private Task<ActionRun> Status(params string[] options) => Run("status", options);

    /// <summary>The last script is pending, those before it are applied.</summary>
    private static Result Planned(Release plan)
    {
        var scripts = ResultFor.Success(plan).Scripts;
        var skipped = scripts.SkipLast(1).Select(script => script with { Status = ScriptStatus.Skipped });
        var status = plan.Database is "postgres" ? ScriptStatus.Skipped : ScriptStatus.Pending;
        var last = scripts[^1] with { Status = status };
        var applied = skipped.Append(last).LastOrDefault(script => script.Status == ScriptStatus.Skipped)?.Version;
        return ResultFor.Success(plan) with { Scripts = [.. skipped, last], From = applied, To = applied };
    }
}
