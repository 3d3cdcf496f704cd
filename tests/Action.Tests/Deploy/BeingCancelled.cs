using System.Diagnostics;

namespace Drawbridge.GitHubAction.Tests.Deploy;

/// <summary>A cancelled job sends SIGINT and, some seconds later, SIGTERM to the process that <c>action.yml</c> started.</summary>
public sealed class BeingCancelled : DeployTest
{
    private readonly DirectoryInfo _files = Directory.CreateTempSubdirectory("drawbridge-cancelled-");

    private string Outputs => Path.Combine(_files.FullName, "output");

    private string Summary => Path.Combine(_files.FullName, "summary.md");

    private Dictionary<string, string> Runner => new()
    {
        ["GITHUB_ACTIONS"] = "true",
        ["GITHUB_OUTPUT"] = Outputs,
        ["GITHUB_STEP_SUMMARY"] = Summary,
    };

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Deploy_says_what_goes_on_and_how_to_follow_it(string signal)
    {
        await CommitShop();
        Function.Answers = _ => [];
        using var deploy = Start(Runner, "deploy", "--bucket", Bucket);
        await deploy.OutputUntil("waiting for the answer");

        var rest = await deploy.Signal(signal);

        var release = Releases().ShouldHaveSingleItem().Id;
        rest.ShouldContain(
            $"::error title=cancelled::Cancelled while waiting: release '{release}' goes on without this job in 'postgres'. "
            + "It was not written for 'shop'. Run the job again on this commit to follow it and to write what is missing");
        deploy.ExitCode.ShouldBe(3);
        ShouldTell("cancelled", release);
    }

    [Fact]
    public async Task Undo_says_what_goes_on_and_how_to_follow_it()
    {
        await CommitShop();
        Repository.Write("migrations/shop/2_create_orders.down.sql", "DROP TABLE orders;\n");
        await Repository.Commit("migrations: undo orders");
        Function.Answers = _ => [];
        using var undo = Start(Runner, "undo", "--bucket", Bucket, "--database", "shop", "--to", "1");
        await undo.OutputUntil("waiting for the answer");

        var rest = await undo.Signal("INT");

        var release = Releases().ShouldHaveSingleItem().Id;
        rest.ShouldContain($"release '{release}' goes on without this job in 'shop'. Run the job again on this commit to follow it;");
        undo.ExitCode.ShouldBe(3);
        ShouldTell("cancelled", release);
    }

    [Fact]
    public async Task Plan_says_that_nothing_was_changed()
    {
        await CommitShop();
        Function.Answers = _ => [];
        using var plan = Start(Runner, "plan", "--bucket", Bucket);
        await plan.OutputUntil("waiting for the answer");

        var rest = await plan.Signal("INT");

        rest.ShouldContain("::error title=cancelled::Cancelled before the end; nothing was changed. Run it again for an answer.");
        plan.ExitCode.ShouldBe(1);
        ShouldTell("cancelled");
    }

    [Fact]
    public async Task Validate_says_that_nothing_was_changed_and_leaves_no_git_behind()
    {
        await CommitShop();
        var reached = SlowGit();
        using var validate = Start(new Dictionary<string, string>(Runner) { ["PATH"] = $"{_files.FullName}:{Environment.GetEnvironmentVariable("PATH")}" }, "validate");
        while (!File.Exists(reached))
        {
            await Task.Delay(20);
        }

        var rest = await validate.Signal("TERM");

        rest.ShouldContain("::error title=cancelled::Cancelled before the end; nothing was changed.");
        validate.ExitCode.ShouldBe(1);
        ShouldTell("cancelled");
        Should.Throw<ArgumentException>(() => Process.GetProcessById(int.Parse(File.ReadAllText(reached))));
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        _files.Delete(recursive: true);
    }

    /// <summary>A git that never lists a commit's files; the file that is answered will hold its process id.</summary>
    private string SlowGit()
    {
        var reached = Path.Combine(_files.FullName, "reached");
        var program = Path.Combine(_files.FullName, "git");
        var real = Environment.GetEnvironmentVariable("PATH")!.Split(':').Select(folder => Path.Combine(folder, "git")).First(File.Exists);
        File.WriteAllText(
            program,
            $"#!/bin/sh\ncase \"$*\" in *ls-tree*) echo $$ > {reached}.new; mv {reached}.new {reached}; exec sleep 600;; esac\nexec {real} \"$@\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return reached;
    }

    private void ShouldTell(string result, string? release = null)
    {
        var outputs = File.ReadAllLines(Outputs);
        outputs[1].ShouldBe(result);
        outputs.ElementAtOrDefault(4).ShouldBe(release);
        File.ReadAllText(Summary).ShouldStartWith("## ⏹️ Drawbridge: Cancelled");
    }
}
