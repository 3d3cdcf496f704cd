using System.Net;
using System.Text;
using Drawbridge.GitHubAction.Tests.Doctor;
using Drawbridge.LocalEnvironment.GitHub;
using Drawbridge.Manifests;

namespace Drawbridge.GitHubAction.Tests.Deploy;

public sealed class FollowingResults : DeployTest
{
    [Fact]
    public async Task Each_script_is_told_once_with_its_time()
    {
        await CommitShop();
        Function.Answers = release => [ResultFor.Running(release), ResultFor.Success(release)];

        var run = await Deploy();

        run.Log.Count(line => line.Text == "applied migrations/shop/1_create_users.up.sql (1 statement, 7 ms)")
            .ShouldBe(1);
        run.Text.ShouldContain("shop: succeeded: 2 scripts applied, now at 2");
    }

    [Fact]
    public async Task Run_that_goes_on_in_another_invocation_is_followed_to_its_end()
    {
        await CommitShop();
        Function.Answers = release => [ResultFor.Running(release) with { Continues = true }];

        var run = await DeployUntil("goes on in another invocation");

        run.Text.ShouldContain("goes on in another invocation of the function, 0 scripts applied so far");
        run.ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Waiting_for_the_lock_says_who_holds_it()
    {
        await CommitShop();
        var holder = new LockHolder(
            4711, "drawbridge 20261122T110000Z-beef123-1", new DateTimeOffset(2026, 11, 22, 11, 0, 2, TimeSpan.Zero));
        Function.Answers = release => [ResultFor.Running(release) with { WaitingFor = holder }];

        var run = await DeployUntil("waits for the lock");

        run.Text.ShouldContain(
            "waits for the lock: 'drawbridge 20261122T110000Z-beef123-1' (pid 4711) holds it since 11:00:02 UTC");
    }

    [Fact]
    public async Task Failed_statement_is_an_annotation_on_its_line()
    {
        await CommitShop();
        Function.Answers = release => release.Database == "shop"
            ? [ResultFor.Failure(release, "relation \"userz\" does not exist")]
            : [ResultFor.Success(release)];

        var run = await Deploy();

        run.ExitCode.ShouldBe(1);
        run.Outputs["result"].ShouldBe("failed");
        run.Outputs["failed-count"].ShouldBe("1");
        var annotation = run.Annotations.ShouldHaveSingleItem();
        (annotation.Level, annotation.Title).ShouldBe(("error", "statement-failed"));
        (annotation.File, annotation.Line, annotation.Column).ShouldBe(
            ("migrations/shop/2_create_orders.up.sql", 2, 5));
        annotation.Message.ShouldContain("the script was rolled back");
        run.Summary.ShouldContain("**Next step:** Correct the statement");
    }

    [Fact]
    public async Task Failed_line_is_shown_as_it_was_shipped_whatever_lies_in_the_working_tree()
    {
        await CommitShop();
        Repository.Write("migrations/shop/2_create_orders.up.sql", "SELECT 1;\nSELECT '漢', userz;\n");
        await Repository.Commit("migrations: select");
        Repository.Write("migrations/shop/2_create_orders.up.sql", "\n\n\n");
        Function.Answers = release => release.Database != "shop"
            ? [ResultFor.Success(release)]
            : [ResultFor.Failure(release, "boom") with { Error = ResultFor.Failure(release, "boom").Error! with { Column = 13 } }];

        var run = await Deploy();

        run.Text.ShouldContain(
            "migrations/shop/2_create_orders.up.sql:2:13\n2 | SELECT '漢', userz;\n  |              ^");
        run.Summary.ShouldContain("<pre>2 &#124; SELECT '漢', userz;\n  &#124;              &#94;</pre>");
    }

    [Fact]
    public async Task Failing_statement_is_shown_as_a_whole_in_the_summary()
    {
        await CommitShop();
        Repository.Write(
            "migrations/postgres/2_a.up.sql", $"SELECT 1; SELECT\n  userz,\n  2,\n{string.Concat(Enumerable.Repeat("  3,\n", 20))}  4;\nSELECT 5;\n");
        await Repository.Commit("migrations: select");
        Function.Answers = release => [ResultFor.Failure(release, "boom") with { Error = ResultFor.Failure(release, "boom").Error! with { Column = 3 } }];

        var run = await Deploy();

        WebUtility.HtmlDecode(run.Summary).ShouldContain(
            "<pre> 1 | SELECT 1; SELECT\n 2 |   userz,\n   |   ^\n 3 |   2,\n 4 |   3,\n 5 |   3,\n 6 |   3,\n 7 |   3,\n 8 |   3,\n 9 |   3,\n10 |   3,\n   …</pre>");
    }

    [Theory]
    [InlineData(3, "COPY users (id) FROM STDIN;\n1\nhorse\n\\.\n")]
    [InlineData(1, "CREATE ROLE a PASSWORD 'horse';")]
    [InlineData(9, "SELECT 'horse';")]
    public async Task Row_or_password_or_no_line_is_not_shown(int line, string sql)
    {
        await CommitShop();
        Repository.Write("migrations/postgres/2_a.up.sql", sql);
        await Repository.Commit("migrations: add");
        Function.Answers = release =>
        {
            var failure = ResultFor.Failure(release, "boom");
            return [failure with { Error = failure.Error! with { Line = line, Column = 1 } }];
        };

        var run = await Deploy();

        run.Annotations.ShouldHaveSingleItem().Line.ShouldBe(line);
        (run.Text + run.Summary).ShouldNotContain("horse");
        run.Summary.ShouldNotContain("<pre>");
    }

    [Fact]
    public async Task Root_database_that_fails_keeps_the_others_from_starting()
    {
        await CommitShop();
        Function.Answers = release => [ResultFor.Failure(release, "permission denied to create database")];

        var run = await Deploy();

        run.ExitCode.ShouldBe(1);
        Releases().ShouldHaveSingleItem().Database.ShouldBe("postgres");
        run.Summary.ShouldContain("| **shop** | ⏸️ not started, because the root database did not succeed |");
        run.Text.ShouldContain("shop: not started");
    }

    [Fact]
    public async Task One_failing_database_does_not_hide_the_others()
    {
        await CommitShop();
        Repository.Write("migrations/audit/1_log.up.sql", "CREATE TABLE log (id bigint);\n");
        await Repository.Commit("migrations: add audit");
        Function.Answers = release => release.Database == "audit"
            ? [ResultFor.Ended(release, ResultStatus.Refused, "drifted")]
            : [ResultFor.Success(release)];

        var run = await Deploy();

        run.ExitCode.ShouldBe(1);
        run.Outputs["result"].ShouldBe("refused");
        run.Summary.ShouldContain("| **shop** | ✅ succeeded |");
        run.Summary.ShouldContain("| **audit** | ❌ refused |");
    }

    [Fact]
    public async Task Unavailable_is_waited_out()
    {
        await CommitShop();
        Function.Answers = release => [ResultFor.Ended(release, ResultStatus.Unavailable, "database-unreachable")];

        var run = await DeployUntil("unavailable:");

        run.ExitCode.ShouldBe(0);
        run.Text.ShouldContain("unavailable: The answer was database-unreachable.");
    }

    [Fact]
    public async Task Superseded_is_a_warning()
    {
        await CommitShop();
        Function.Answers = release => [ResultFor.Ended(release, ResultStatus.Superseded, "superseded")];

        var run = await Deploy();

        run.ExitCode.ShouldBe(0);
        run.Outputs["result"].ShouldBe("superseded");
        run.Annotations.ShouldAllBe(found => found.Level == "warning" && found.Title == "superseded");
        run.Summary.ShouldStartWith("## ⚠️ A newer release was faster");
    }

    [Fact]
    public async Task No_result_in_time_says_what_was_seen_and_how_to_go_on()
    {
        await CommitShop();
        Function.Answers = _ => [];

        var run = await Deploy("--timeout-seconds", "1");

        run.ExitCode.ShouldBe(3);
        run.Outputs["result"].ShouldBe("no-result");
        run.Outputs["release"].ShouldBe(Releases()[0].Id);
        var annotation = run.Annotations.ShouldHaveSingleItem();
        annotation.Title.ShouldBe("no-result");
        annotation.Message.ShouldContain("there is no result object");
        annotation.Message.ShouldContain("'drawbridge doctor --function <name>' asks it");
        annotation.Message.ShouldContain("Run the job again on this commit");
        annotation.Message.ShouldContain("'drawbridge status' tells what came of it");
        foreach (var number in (string[])["1", "2", "3"])
        {
            annotation.Message.ShouldContain($"({number}) ");
            run.Summary.ShouldContain($"\n{number}. ");
        }
    }

    [Fact]
    public async Task No_result_in_time_has_the_function_asked_when_it_is_known()
    {
        await CommitShop();
        Function.Answers = _ => [];
        var broken = new DoctorCheck("bucket-connection", CheckStatus.Broken, "No answer.", 3000) { Code = "bucket-unreachable", Remedy = "Add an endpoint." };
        var report = new DoctorReport(DoctorReport.SchemaName, new ResultFunction("drawbridge", "1", "1", "1", "1"), [broken]);
        var question = AskedFunction.Answer(Aws, Encoding.UTF8.GetString(DoctorJson.Write(report)));

        var run = await Deploy("--timeout-seconds", "1", "--function", "drawbridge");

        await question;
        (run.ExitCode, run.Outputs["result"]).ShouldBe((3, "no-result"), run.Text);
        run.Annotations.Select(annotation => annotation.Title).ShouldBe(["no-result", "bucket-unreachable"]);
        run.Summary.ShouldContain("Add an endpoint");
    }

    [Fact]
    public async Task A_function_that_can_not_be_asked_either_changes_nothing()
    {
        await CommitShop();
        Function.Answers = _ => [];

        var run = await Deploy("--timeout-seconds", "1", "--function", "another");

        (run.ExitCode, run.Outputs["result"]).ShouldBe((3, "no-result"), run.Text);
        run.Annotations.ShouldHaveSingleItem().Title.ShouldBe("no-result");
        run.Text.ShouldContain("function-missing: There is no function 'another'.");
    }

    [Fact]
    public async Task No_final_result_in_time_says_the_last_state()
    {
        await CommitShop();
        Function.Answers = release => [ResultFor.Running(release)];

        var run = await Deploy("--timeout-seconds", "4");

        run.ExitCode.ShouldBe(3);
        run.Annotations.ShouldHaveSingleItem().Message.ShouldContain("its result said 'running'");
        run.Annotations[0].Message.ShouldContain(", at 'migrations/postgres/1_create_shop.up.sql'.");
    }

    [Fact]
    public async Task Hostile_text_in_a_result_stays_text()
    {
        await CommitShop();
        const string Hostile = "boom\n::set-output name=x::y\n##[error]z <script>alert(1)</script> | `a` @everyone \u202e\n::error::fake";
        Function.Answers = release => [ResultFor.Failure(release, Hostile)];

        var run = await Deploy();

        run.Annotations.ShouldHaveSingleItem().Message.ShouldContain("boom\n::set-output");
        run.Text.ShouldNotContain("\u202e");
        run.Summary.ShouldNotContain("<script>");
        run.Summary.ShouldNotContain("@everyone");
        run.Outputs.Keys.ShouldBe(
            ["result", "release", "applied-count", "pending-count", "failed-count", "databases", "summary-file"], ignoreOrder: true);
    }

    [Fact]
    public async Task Script_key_that_leads_elsewhere_marks_no_file()
    {
        await CommitShop();
        Function.Answers = release =>
        {
            var failure = ResultFor.Failure(release, "boom");
            return [failure with { Error = failure.Error! with { Script = "migrations/postgres/../../.github/workflows/ci.yml" } }];
        };

        var run = await Deploy();

        run.Annotations.ShouldHaveSingleItem().File.ShouldBeEmpty();
    }

    [Fact]
    public async Task Result_of_another_contract_is_named_as_such()
    {
        await CommitShop();
        Function.Answers = release => [ResultFor.Success(release) with { Schema = "drawbridge/result/9" }];

        var run = await Deploy();

        run.ExitCode.ShouldBe(3);
        run.Annotations.ShouldHaveSingleItem().Title.ShouldBe("result-unreadable");
    }

    /// <summary>Runs <c>deploy</c>; each database succeeds as soon as its group in the log has told something.</summary>
    private Task<ActionRun> DeployUntil(string told) => Deploy(line =>
    {
        foreach (var release in line.Text.StartsWith(told, StringComparison.Ordinal) ? Releases() : [])
        {
            Function.Write(ResultFor.Success(release));
        }
    });
}
