using System.Diagnostics;
using Drawbridge.LocalEnvironment.Processes;

namespace Drawbridge.LocalEnvironment.Git;

/// <summary>
/// A real git repository that nothing of the user's configuration can reach. Its history is the same on every run.
/// </summary>
public sealed class GitRepository
{
    /// <summary>The default branch.</summary>
    public const string Main = "main";

    private static readonly DateTimeOffset FirstCommit = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    private int _calls;

    private GitRepository(string folder) => Folder = folder;

    /// <summary>Where its working tree is.</summary>
    public string Folder { get; }

    /// <summary>Makes an empty repository in a folder, which is created.</summary>
    public static async Task<GitRepository> Create(string folder)
    {
        var repository = new GitRepository(Directory.CreateDirectory(folder).FullName);
        await repository.Git("init", "--quiet", "--initial-branch", Main);
        return repository;
    }

    /// <summary>
    /// Clones only the last commit of what is checked out, as GitHub's checkout action does by default.
    /// </summary>
    public async Task<GitRepository> CloneShallow(string folder)
    {
        await Git("clone", "--quiet", "--depth", "1", new Uri(Folder).AbsoluteUri, Path.GetFullPath(folder));
        return new GitRepository(Path.GetFullPath(folder));
    }

    /// <summary>Writes a file of the working tree.</summary>
    public void Write(string path, string content)
    {
        var file = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
    }

    /// <summary>Renames a file.</summary>
    public Task Move(string from, string to) => Git("mv", from, to);

    /// <summary>Deletes a file.</summary>
    public Task Remove(string path) => Git("rm", "--quiet", path);

    /// <summary>Commits everything in the working tree and answers the commit.</summary>
    public async Task<string> Commit(string message)
    {
        await Git("add", "--all");
        await Git("commit", "--quiet", "--allow-empty", "--message", message);
        return await Revision("HEAD");
    }

    /// <summary>Starts a branch at what is checked out, and checks it out.</summary>
    public Task StartBranch(string name) => Git("checkout", "--quiet", "-b", name);

    /// <summary>Checks out a branch or commit.</summary>
    public Task Checkout(string revision) => Git("checkout", "--quiet", revision);

    /// <summary>Merges a branch into what is checked out, always with a merge commit, which it answers.</summary>
    public async Task<string> Merge(string branch)
    {
        await Git("merge", "--quiet", "--no-ff", "--no-edit", branch);
        return await Revision("HEAD");
    }

    /// <summary>
    /// Checks out what GitHub calls <c>refs/pull/N/merge</c>: the branch merged into main, on no branch itself.
    /// </summary>
    public async Task<string> CheckoutPullRequest(string branch)
    {
        await Git("checkout", "--quiet", "--detach", Main);
        return await Merge(branch);
    }

    /// <summary>The full commit id of a revision.</summary>
    public async Task<string> Revision(string name) =>
        (await Git("rev-parse", "--verify", $"{name}^{{commit}}")).Trim();

    /// <summary>Runs git here and answers its output.</summary>
    /// <exception cref="LocalEnvironmentException">It failed, or is not installed.</exception>
    public async Task<string> Git(params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments) { WorkingDirectory = Folder };
        foreach (var (name, value) in Isolation())
        {
            start.Environment[name] = value;
        }

        var outcome = await Run(start);
        return outcome.ExitCode == 0
            ? outcome.Output
            : throw new LocalEnvironmentException(
                $"'git {string.Join(' ', arguments)}' failed: {outcome.Error}{outcome.Output}");
    }

    private static async Task<ProcessOutcome> Run(ProcessStartInfo start)
    {
        try
        {
            return await Subprocess.Run(start);
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            throw new LocalEnvironmentException("'git' is not installed. Install it and try again.", missing);
        }
    }

    private Dictionary<string, string> Isolation()
    {
        // One minute a call, so that commit ids never depend on the clock.
        var now = FirstCommit.AddMinutes(_calls++).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'");
        var nowhere = OperatingSystem.IsWindows() ? "NUL" : "/dev/null";
        return new Dictionary<string, string>
        {
            ["GIT_CONFIG_GLOBAL"] = nowhere,
            ["GIT_CONFIG_NOSYSTEM"] = "1",
            ["GIT_TERMINAL_PROMPT"] = "0",
            ["GIT_CEILING_DIRECTORIES"] = Path.GetDirectoryName(Folder)!,
            ["GIT_AUTHOR_NAME"] = "Ada",
            ["GIT_AUTHOR_EMAIL"] = "ada@example.com",
            ["GIT_AUTHOR_DATE"] = now,
            ["GIT_COMMITTER_NAME"] = "Ada",
            ["GIT_COMMITTER_EMAIL"] = "ada@example.com",
            ["GIT_COMMITTER_DATE"] = now,
        };
    }
}
