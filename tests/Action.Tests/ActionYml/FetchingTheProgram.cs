using System.Diagnostics;
using System.Net;
using Drawbridge.LocalEnvironment.Git;
using Drawbridge.LocalEnvironment.GitHub;

namespace Drawbridge.GitHubAction.Tests.ActionYml;

[Collection(BuiltActionUsers.Name)]
public sealed class FetchingTheProgram(BuiltAction built) : IAsyncLifetime
{
    private const string Repository = "acme/drawbridge";

    private readonly string _folder = Directory.CreateTempSubdirectory("drawbridge-fetch-").FullName;
    private CompositeJob? _job;

    private CompositeJob Job => _job!;

    private string Program => Path.Combine(Job.Temp, "drawbridge");

    public async Task InitializeAsync()
    {
        var shop = await GitRepository.Create(Path.Combine(_folder, "shop"));
        shop.Write("migrations/shop/1_create_users.up.sql", "CREATE TABLE users (id bigint PRIMARY KEY);\n");
        var commit = await shop.Commit("migrations: add users");
        var push = GitHubEvent.Push(GitRepository.Main, new string('0', 40), commit);
        _job = new CompositeJob(push, shop.Folder, Path.Combine(_folder, "job"));
    }

    public Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task The_archive_of_a_release_runs_when_it_has_the_checksum_of_the_commit()
    {
        using var server = new ReleaseServer(built.Archive);

        var run = await Use(Release(server));

        run.Action.ExitCode.ShouldBe(0, run.Action.Text);
        run.Action.Outputs["result"].ShouldBe("succeeded");
        run.Used.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_second_step_of_the_job_downloads_nothing()
    {
        using var server = new ReleaseServer(built.Archive);
        var action = Release(server);

        await Use(action);
        var run = await Use(action);

        run.Action.ExitCode.ShouldBe(0, run.Action.Text);
        server.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task What_an_earlier_step_left_in_its_place_is_neither_taken_nor_run()
    {
        Directory.CreateDirectory(Program);
        var left = Path.Combine(Program, "Drawbridge.GitHubAction");
        await File.WriteAllTextAsync(left, "#!/bin/sh\necho somebody else\n");
        await File.WriteAllTextAsync(Path.Combine(Job.Temp, "drawbridge.zip"), "something else");
        using var server = new ReleaseServer(built.Archive);

        var run = await Use(Release(server));

        run.Action.ExitCode.ShouldBe(0, run.Action.Text);
        run.Action.Text.ShouldNotContain("somebody else");
    }

    [Fact]
    public async Task An_archive_with_another_checksum_is_not_run()
    {
        using var server = new ReleaseServer([.. built.Archive, 0]);

        var run = await Use(Release(server));

        ShouldHaveRefused(run, "checksum-mismatch", $"'{server.Address}' has the SHA-256", "nothing of it was run");
    }

    [Fact]
    public async Task An_archive_that_is_not_there_is_an_error_that_names_it()
    {
        using var server = new ReleaseServer(built.Archive, Enumerable.Repeat(HttpStatusCode.NotFound, 10));

        var run = await Use(Release(server));

        ShouldHaveRefused(run, "download-failed", $"'{server.Address}' could not be downloaded", "mirror it");
    }

    [Fact]
    public async Task A_download_that_failed_is_tried_again()
    {
        using var server = new ReleaseServer(built.Archive, HttpStatusCode.ServiceUnavailable);

        var run = await Use(Release(server));

        run.Action.ExitCode.ShouldBe(0, run.Action.Text);
        server.Requests.ShouldBe(2);
    }

    [Fact]
    public async Task A_mirror_may_be_a_file_of_the_machine()
    {
        var file = Path.Combine(_folder, "mirrored.zip");
        await File.WriteAllBytesAsync(file, built.Archive);

        var run = await Use(ReleasedAction.Create(Path.Combine(_folder, "action"), built.Archive, new Uri(file)));

        run.Action.ExitCode.ShouldBe(0, run.Action.Text);
    }

    [Fact]
    public async Task A_machine_that_the_archive_is_not_for_builds_from_source()
    {
        using var server = new ReleaseServer(built.Archive);
        _job = Job with { Architecture = "ARM64" };

        var run = await Use(Release(server));

        run.Action.Text.ShouldContain(
            "is built from source: the archive is for Linux with glibc on x64, this is Linux on ARM64.");
        run.Used.ShouldBe(["actions/setup-dotnet"]);
        server.Requests.ShouldBe(0);
    }

    [Fact]
    public async Task An_attestation_is_asked_for_the_workflow_that_releases()
    {
        using var server = new ReleaseServer(built.Archive);
        _job = WithGitHubProgram("echo \"asked with $GH_TOKEN: $*\"");

        var run = await Use(Release(server, Repository));

        run.Action.ExitCode.ShouldBe(0, run.Action.Text);
        run.Action.Text.ShouldContain(
            $"asked with the-token: attestation verify {Job.Temp}/drawbridge.zip "
            + "--repo acme/drawbridge --signer-workflow acme/drawbridge/.github/workflows/release.yml");
    }

    [Fact]
    public async Task An_archive_without_a_valid_attestation_is_not_run()
    {
        using var server = new ReleaseServer(built.Archive);
        _job = WithGitHubProgram("[ \"$3\" = --help ] || { echo 'no attestations found' >&2; exit 1; }");

        var run = await Use(Release(server, Repository));

        ShouldHaveRefused(
            run, "attestation-refused", "release workflow of 'acme/drawbridge'", "'attestation' to 'false'");
    }

    [Theory]
    [InlineData("true", "", "exit 1", "the input 'token' is empty")]
    [InlineData("true", "the-token", "exit 1", "there is no 'gh' that can do it")]
    [InlineData("false", "the-token", "echo fine", "the input 'attestation' is 'false'")]
    public async Task Without_what_it_takes_the_checksum_counts_alone_and_the_log_says_so(
        string attestation, string token, string program, string reason)
    {
        using var server = new ReleaseServer(built.Archive);
        _job = WithGitHubProgram(program) with { Token = token };

        var run = await Release(server, Repository).Use(
            Job, KeyValuePair.Create("command", "validate"), KeyValuePair.Create("attestation", attestation));

        run.Action.ExitCode.ShouldBe(0, run.Action.Text);
        run.Action.Text.ShouldContain($"Its attestation was not looked at: {reason}.");
    }

    [Theory]
    [InlineData("echo glibc 2.28", "glibc 2.28")]
    [InlineData("exit 1", "none")]
    public async Task A_runner_on_which_the_program_would_not_start_builds_it(string program, string version)
    {
        using var server = new ReleaseServer(built.Archive);
        var path = WithProgram("getconf", program);
        var start = new ProcessStartInfo("bash", [Path.Combine(Release(server).Folder, "action.sh")])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        Directory.CreateDirectory(Job.Temp);
        (string, string)[] variables =
        [
            ("GITHUB_ACTION_PATH", Path.Combine(_folder, "action")), ("GITHUB_OUTPUT", Path.Combine(_folder, "output")),
            ("RUNNER_TEMP", Job.Temp), ("RUNNER_OS", "Linux"), ("RUNNER_ARCH", "X64"), ("PATH", path),
        ];
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        using var script = Process.Start(start).ShouldNotBeNull();

        (await script.StandardOutput.ReadToEndAsync()).ShouldBe(
            $"Drawbridge is built from source: the archive needs glibc 2.34 or newer, this is {version}.\n");
        await script.WaitForExitAsync();
        (script.ExitCode, server.Requests).ShouldBe((0, 0));
        File.Exists(Path.Combine(_folder, "output")).ShouldBeFalse("nothing was fetched");
    }

    private CompositeAction Release(ReleaseServer server, string repository = "") =>
        ReleasedAction.Create(Path.Combine(_folder, "action"), built.Archive, server.Address, repository);

    private Task<JobRun> Use(CompositeAction action) => action.Use(Job, KeyValuePair.Create("command", "validate"));

    private CompositeJob WithGitHubProgram(string script) =>
        Job with { Token = "the-token", Variables = new Dictionary<string, string> { ["PATH"] = WithProgram("gh", script) } };

    /// <summary>A path on which a program of that name comes first.</summary>
    private string WithProgram(string name, string script)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, "programs")).FullName;
        var program = Path.Combine(folder, name);
        File.WriteAllText(program, $"#!/usr/bin/env bash\n{script}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        return $"{folder}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}";
    }

    private void ShouldHaveRefused(JobRun run, string code, string what, string remedy)
    {
        run.Action.ExitCode.ShouldBe(1, run.Action.Text);
        var annotation = run.Action.Annotations.ShouldHaveSingleItem(run.Action.Text);
        (annotation.Level, annotation.Title).ShouldBe(("error", code));
        annotation.Message.ShouldContain(what);
        annotation.Message.ShouldContain(remedy);
        run.Action.Outputs["result"].ShouldBeEmpty("nothing ran");
        run.Used.ShouldBeEmpty();
        Directory.Exists(Program).ShouldBeFalse();
    }
}
