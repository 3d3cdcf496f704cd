using System.IO.Compression;
using Drawbridge.LocalEnvironment.Git;
using Drawbridge.LocalEnvironment.GitHub;
using Drawbridge.Tests.Shared;

namespace Drawbridge.GitHubAction.Tests.ActionYml;

/// <summary>The action of this very checkout, used once, and what it built as the archive of a release.</summary>
public sealed class BuiltAction : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("drawbridge-action-").FullName;

    /// <summary>How the use ended.</summary>
    internal JobRun Run { get; private set; } = null!;

    /// <summary>The archive.</summary>
    internal byte[] Archive { get; private set; } = null!;

    /// <summary>What the program is built with here, which a job elsewhere does not say.</summary>
    private static Dictionary<string, string> Variables =>
        TestMachine.Variables.Where(variable => variable.Key == "StandIns").ToDictionary();

    public async Task InitializeAsync()
    {
        var shop = await GitRepository.Create(Path.Combine(_folder, "shop"));
        shop.Write("migrations/shop/1_create_users.up.sql", "CREATE TABLE users (id bigint PRIMARY KEY);\n");
        var commit = await shop.Commit("migrations: add users");
        var push = GitHubEvent.Push(GitRepository.Main, new string('0', 40), commit);
        var job = new CompositeJob(push, shop.Folder, Path.Combine(_folder, "job")) { Variables = Variables };
        Run = await new CompositeAction(TestMachine.Repository).Use(job, KeyValuePair.Create("command", "validate"));
        Run.Action.ExitCode.ShouldBe(0, Run.Action.Text);

        var archive = Path.Combine(_folder, "archive.zip");
        await ZipFile.CreateFromDirectoryAsync(
            Path.Combine(job.Temp, "drawbridge"), archive, CompressionLevel.Fastest, includeBaseDirectory: false);
        Archive = await File.ReadAllBytesAsync(archive);
    }

    public Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }
}
