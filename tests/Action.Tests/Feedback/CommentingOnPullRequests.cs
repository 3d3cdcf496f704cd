using System.Net;
using Drawbridge.GitHubAction.Feedback;
using Drawbridge.GitHubAction.Tests.GitHub.Server;
using Drawbridge.LocalEnvironment.GitHub;

namespace Drawbridge.GitHubAction.Tests.Feedback;

public sealed class CommentingOnPullRequests : FeedbackTest
{
    [Fact]
    public async Task A_finding_is_one_comment_with_remedy_page_and_place()
    {
        var run = await Open(Faulty);

        run.ExitCode.ShouldBe(1);
        run.Outputs["comment-url"].ShouldBe($"https://github.com/acme/shop/pull/7#issuecomment-{Comment.Id}");
        Comment.Body.ReplaceLineEndings("\n").ShouldBe($"""
            {Comment.Body.Split('\n')[0]}
            ## ❌ Drawbridge: 1 error and 0 warnings in 3 scripts of 1 database

            | file | <code>projectdb</code> |
            | --- | :-: |
            | <code>4&#95;a&#46;up&#46;sql</code> | ❌ 1 |

            <details open><summary>❌ 1 <code>migrations/projectdb/4&#95;a&#46;up&#46;sql</code></summary>

            ❌ [**drop-table**](https://github.com/drawbridge/drawbridge/blob/main/docs/rules/drop-table.md) [line 1](https://github.com/acme/shop/pull/7/files#diff-f6099237a00183e64446d957465adc4f4c3e743772480c7ce116c2fb96c5db3dR1)
            Dropping the table <code>orders</code> loses its rows for good&#46; Drop it once no running version uses it; then say why nobody needs the rows&#58; <code>&#45;&#45; drawbridge&#58; ignore drop&#45;table &#60;reason&#62;</code>&#46;

            <pre>1 &#124; DROP TABLE orders;
              &#124;            &#94;&#94;&#94;&#94;&#94;&#94;</pre>

            </details>
            """);
    }

    [Fact]
    public async Task Nothing_found_is_no_comment()
    {
        var run = await Open(Fine);

        run.ExitCode.ShouldBe(0, run.Text);
        run.Annotations.ShouldBeEmpty();
        run.Outputs.Keys.ShouldNotContain("comment-url");
        Server.Comments.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_is_not_written_twice()
    {
        await Open(Faulty);
        var before = Comment;
        var run = await Push("The same is found.", "README.md");

        run.Outputs["comment-url"].ShouldEndWith($"{Comment.Id}");
        Comment.ShouldBe(before);
        Server.Questions.ShouldNotContain(question => question.Verb == "PATCH");
    }

    [Fact]
    public async Task What_is_fixed_turns_it_green()
    {
        await Open(Faulty);
        var run = await Push(Fine);

        run.ExitCode.ShouldBe(0, run.Text);
        Comment.Edits.ShouldBe(1);
        Comment.Body.ShouldContain("## ✅ Drawbridge: 0 errors and 0 warnings");
        Comment.Body.ShouldContain("Nothing is left of what was found before.");
    }

    [Fact]
    public async Task What_can_t_be_looked_at_is_not_left_as_it_was()
    {
        await Open(Faulty);
        var run = await Push(Fine, Script, "--base", "0123456789012345678901234567890123456789");

        run.ExitCode.ShouldBe(1);
        Comment.Edits.ShouldBe(1);
        Comment.Body.ShouldContain("docs/errors/base-missing.md");
        Comment.Body.ShouldContain("What was found in an earlier commit is not shown any more.");
        Comment.Body.ShouldNotContain("drop-table");
    }

    [Fact]
    public async Task What_can_t_be_looked_at_is_no_comment_by_itself()
    {
        var run = await Open(Fine, Script, "--base", "0123456789012345678901234567890123456789");

        run.ExitCode.ShouldBe(1);
        Server.Comments.ShouldBeEmpty();
    }

    [Fact]
    public async Task It_is_found_behind_many_pages_of_others()
    {
        foreach (var number in Enumerable.Range(1, 205))
        {
            Server.Say(Account.Person("ada"), $"comment {number}");
        }

        await Open(Faulty);
        await Push("DROP TABLE users;\n");

        Server.Comments.Count.ShouldBe(206);
        Server.Comments[^1].Edits.ShouldBe(1);
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("> {0}")]
    public async Task A_person_who_quotes_it_keeps_the_comment(string form)
    {
        await Open(Faulty);
        var own = Comment;
        Server.Comments.Clear();
        var quote = Server.Say(Account.Person("ada"), string.Format(form, own.Body));
        await Push("DROP TABLE users;\n");

        Server.Comments.Count.ShouldBe(2);
        Server.Comments[0].ShouldBe(quote);
        Server.Comments[1].Author.Type.ShouldBe("Bot");
    }

    [Fact]
    public async Task Another_app_s_comment_goes_on()
    {
        await Open(Faulty);
        Server.Account = new Account("acme-migrations[bot]", "Bot", Rights.Write);
        await Push(Fine);

        Comment.Edits.ShouldBe(1);
    }

    [Fact]
    public async Task A_person_s_token_finds_that_person_s_comment()
    {
        Server.Account = Account.Person("ada");
        await Open(Faulty);
        await Push(Fine);

        Comment.Edits.ShouldBe(1);
    }

    [Fact]
    public async Task One_that_was_made_twice_becomes_one_again()
    {
        await Open(Faulty);
        var extra = Server.Say(Account.Job(Rights.Write), Comment.Body);
        await Push(Fine);

        Comment.Edits.ShouldBe(1);
        Server.Comments.ShouldNotContain(comment => comment.Id == extra.Id);
    }

    [Fact]
    public async Task Each_migrations_folder_has_its_own()
    {
        var trigger = await Checkout.PullRequest(repository =>
        {
            repository.Write(Script, Faulty);
            repository.Write("billing/invoices/1_a.up.sql", "DROP TABLE invoices;\n");
            return Task.CompletedTask;
        });
        await Check(trigger);
        await Check(trigger, "--migrations", "billing");
        await Check(trigger, "--migrations", "./billing/");

        Server.Comments.Count.ShouldBe(2);
        Server.Comments[0].Body.ShouldContain("projectdb");
        Server.Comments[1].Body.ShouldContain("invoices");
        Server.Comments[1].Body.ShouldNotContain("projectdb");
    }

    [Fact]
    public async Task Each_workflow_has_its_own()
    {
        var trigger = await Checkout.PullRequest(Script, Faulty);
        await Check(trigger);
        await Checkout.Validate(trigger, new Dictionary<string, string>(Server.Variables) { ["GITHUB_WORKFLOW"] = "a --> b" });

        Server.Comments.Count.ShouldBe(2);
    }

    [Fact]
    public async Task One_script_in_many_databases_is_one_row()
    {
        await Open(repository =>
        {
            repository.Write("migrations/eu/1_a.up.sql", Fine);
            repository.Write("migrations/us/1_a.up.sql", Faulty);
            repository.Write("migrations/us/2_b.up.sql", "DROP INDEX a;\n");
        });

        Comment.Body.ShouldContain("""
            | file | <code>eu</code> | <code>us</code> |
            | --- | :-: | :-: |
            | <code>1&#95;a&#46;up&#46;sql</code> | ✅ | ❌ 1 |
            | <code>2&#95;b&#46;up&#46;sql</code> |  | ⚠️ 1 |
            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Many_databases_are_rows()
    {
        await Open(repository =>
        {
            foreach (var number in Enumerable.Range(1, 9))
            {
                repository.Write($"migrations/shard{number}/1_a.up.sql", Faulty);
            }
        });

        Comment.Body.ShouldContain("| file | found |");
        Comment.Body.ShouldContain("| <code>shard9/1&#95;a&#46;up&#46;sql</code> | ❌ 1 |");
    }

    [Fact]
    public async Task What_was_accepted_is_shown_with_its_reason()
    {
        await Open($"-- drawbridge: ignore drop-table nobody reads it\n{Faulty}");

        Comment.Body.ShouldContain("## ✅ ");
        Comment.Body.ShouldContain("| nobody reads it |");
    }

    [Fact]
    public async Task A_rename_is_the_command_to_run()
    {
        await Open(repository =>
        {
            repository.Write("migrations/projectdb/2_it's late.up.sql", Fine);
            repository.Write("migrations/projectdb/2_it's late.down.sql", Fine);
        });

        WebUtility.HtmlDecode(Comment.Body).ShouldContain("""
            <pre>git mv -- 'migrations/projectdb/2_it'\''s late.up.sql' 'migrations/projectdb/4_it'\''s late.up.sql'
            git mv -- 'migrations/projectdb/2_it'\''s late.down.sql' 'migrations/projectdb/4_it'\''s late.down.sql'</pre>
            """.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData(125, "<details open>")]
    [InlineData(300, "And 250 more: the job summary has all of them.")]
    public async Task What_is_too_long_is_told_in_a_shorter_form(int findings, string expected)
    {
        await Open(string.Concat(Enumerable.Repeat(Faulty, findings)));

        Comment.Body.Length.ShouldBeLessThanOrEqualTo(StickyComment.Limit);
        Comment.Body.ShouldNotContain("&#94;");
        Comment.Body.ShouldContain(expected);
        Comment.Body.ShouldContain($"| ❌ {findings} |");
    }

    [Fact]
    public async Task A_table_that_is_too_long_is_left_out()
    {
        await Open(repository =>
        {
            foreach (var number in Enumerable.Range(10, 900))
            {
                repository.Write($"migrations/projectdb/{number}_{new string('_', 60)}.up.sql", Faulty);
            }
        });

        Comment.Body.ShouldContain("## ❌ Drawbridge: 900 errors");
        Comment.Body.ShouldNotContain("| file |");
    }

    [Fact]
    public async Task It_can_be_turned_off()
    {
        await Open(Faulty, options: ["--comment", "false"]);

        Server.Questions.ShouldNotContain(question => question.Path != "/graphql");
    }

    [Fact]
    public async Task A_switch_that_is_neither_is_a_misuse() =>
        (await Open(Faulty, options: ["--comment", "maybe"])).ExitCode.ShouldBe(2);

    [Fact]
    public async Task Only_a_pull_request_is_commented()
    {
        await Checkout.PullRequest(Script, Faulty);
        var commit = await Checkout.Repository.Revision("HEAD");
        var run = await Check(GitHubEvent.Push("main", await Checkout.Repository.Revision("main"), commit));

        run.ExitCode.ShouldBe(1);
        Server.Questions.ShouldNotContain(question => question.Path != "/graphql");
    }
}
