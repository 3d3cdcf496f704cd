using System.Diagnostics;
using Drawbridge.LocalEnvironment.Git;
using Drawbridge.Tests.Shared;

namespace Drawbridge.GitHubAction.Tests.ActionYml;

/// <summary><c>.ci/release</c> with a real git, on a repository and a remote of its own.</summary>
public sealed class ReleasingTheAction : IAsyncLifetime
{
    private const string Archive = "drawbridge-action-linux-x64.zip";

    /// <summary>Of the text "archive".</summary>
    private const string Hash = "0eb3e36bfb24dcd9bb1d1bece1531216b59539a8fde17ee80224af0653c92aa3";

    private readonly string _folder = Directory.CreateTempSubdirectory("drawbridge-release-").FullName;
    private GitRepository? _repository;

    private GitRepository Repository => _repository!;

    public async Task InitializeAsync()
    {
        _repository = await GitRepository.Create(Path.Combine(_folder, "drawbridge"));
        var program = Path.Combine(TestMachine.Repository, ".ci/release");
        Repository.Write(".ci/release", await File.ReadAllTextAsync(program));
        Repository.Write("Directory.Build.props", "<Project>\n  <VersionPrefix>0.3.0</VersionPrefix>\n</Project>\n");
        Repository.Write(
            "CHANGELOG.md", "# Changelog\n\n## [0.3.0] - 2026-11-23\n\n- Better.\n\n## [0.2.0]\n\n- Good.\n");
        await Repository.Commit("everything");
        Repository.Write($"artifacts/packages/{Archive}", "archive");
        Repository.Write($"artifacts/packages/{Archive}.sha256", $"{Hash}  {Archive}\n");

        var remote = Path.Combine(_folder, "remote.git");
        await Repository.Git("init", "--quiet", "--bare", remote);
        await Repository.Git("remote", "add", "origin", remote);
        await Repository.Git("push", "--quiet", "origin", "main");
    }

    public Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task The_tag_names_the_archive_and_the_branch_does_not()
    {
        var (exitCode, output) = await Release();

        exitCode.ShouldBe(0, output);
        await Repository.Git("fetch", "--quiet", "--tags", "origin");
        (await Repository.Git("show", "v0.3.0:action.sha256")).Trim().ShouldBe(
            $"{Hash} https://github.com/acme/drawbridge/releases/download/v0.3.0/{Archive} acme/drawbridge");
        (await Repository.Revision("v0.3.0~1")).ShouldBe(await Repository.Revision("origin/main"));
        (await Repository.Git("ls-tree", "--name-only", "origin/main")).ShouldNotContain("action.sha256");
    }

    [Fact]
    public async Task The_major_version_moves_when_the_archive_is_there()
    {
        var (_, output) = await Release();

        await Repository.Git("fetch", "--quiet", "--tags", "origin");
        (await Repository.Revision("v0")).ShouldBe(await Repository.Revision("v0.3.0"));
        output.ShouldContain("v0 before: \n");
        output.ShouldContain(
            $"release create v0.3.0 artifacts/packages/{Archive} artifacts/packages/{Archive}.sha256 ");
        output.ShouldContain("- Better.");
        output.ShouldNotContain("- Good.");
    }

    [Fact]
    public async Task A_version_is_released_once()
    {
        await Release();
        await Repository.Checkout("main");

        var (exitCode, output) = await Release();

        exitCode.ShouldBe(1);
        output.ShouldContain("Nothing was released: v0.3.0 is there already; raise VersionPrefix");
    }

    [Fact]
    public async Task A_version_without_notes_is_not_released()
    {
        Repository.Write("CHANGELOG.md", "# Changelog\n\n## [Unreleased]\n\n- Better.\n");

        var (exitCode, output) = await Release();

        exitCode.ShouldBe(1);
        output.ShouldContain("Nothing was released: CHANGELOG.md has no section '## [0.3.0]'");
    }

    [Fact]
    public async Task An_archive_that_is_not_what_was_packed_is_not_released()
    {
        Repository.Write($"artifacts/packages/{Archive}", "something else");

        var (exitCode, output) = await Release();

        exitCode.ShouldBe(1);
        output.ShouldContain("Nothing was released: run ./build.sh Package.");
        (await Repository.Git("ls-remote", "--tags", "origin")).ShouldBeEmpty();
    }

    /// <summary>Runs it with a <c>gh</c> that only says what it was asked, and where the major version is.</summary>
    private async Task<(int ExitCode, string Output)> Release()
    {
        var programs = Directory.CreateDirectory(Path.Combine(_folder, "programs")).FullName;
        var program = Path.Combine(programs, "gh");
        await File.WriteAllTextAsync(
            program, "#!/bin/sh\necho \"v0 before: $(git ls-remote origin refs/tags/v0)\"\necho \"$*\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        var start = new ProcessStartInfo("bash", ["-c", "exec bash .ci/release acme/drawbridge 2>&1"])
        {
            WorkingDirectory = Repository.Folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        start.Environment["PATH"] = $"{programs}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}";
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }
}
