using Drawbridge.GitHubAction.GitHub;
using Drawbridge.GitHubAction.Problems;

namespace Drawbridge.GitHubAction.Git;

/// <summary>A repository as git itself reads it: commits, trees and blobs, never the files of a checkout.</summary>
internal sealed class GitRepository
{
    private readonly GitProcess _git;

    private GitRepository(string root)
    {
        Root = root;
        _git = new GitProcess(root);
        Blobs = new BlobReader(_git);
    }

    /// <summary>The working tree's top folder.</summary>
    public string Root { get; }

    /// <summary>The contents of files.</summary>
    public BlobReader Blobs { get; }

    /// <summary>Opens the repository that a folder lies in.</summary>
    /// <exception cref="DrawbridgeException">No git, no repository, or one that git does not trust.</exception>
    public static async Task<GitRepository> Open(string directory, CancellationToken cancellationToken)
    {
        var answer = await new GitProcess(directory).Run(cancellationToken, "rev-parse", "--show-toplevel");
        if (answer.ExitCode == 0)
        {
            return new GitRepository(answer.Output.TrimEnd('\n'));
        }

        throw new DrawbridgeException(answer switch
        {
            _ when answer.Error.Contains("dubious ownership", StringComparison.Ordinal) => new GitOwnership(directory),
            _ when answer.Error.Contains("not a git repository", StringComparison.Ordinal) =>
                new NotARepository(directory),
            _ => new GitFailed("rev-parse", answer.Error),
        });
    }

    /// <summary>The full id of a commit; null when the repository does not hold it.</summary>
    public async Task<string?> TryResolve(string revision, CancellationToken cancellationToken)
    {
        var answer = await _git.Run(
            cancellationToken, "rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}");
        return answer.ExitCode == 0 ? answer.Output.Trim() : null;
    }

    /// <summary>
    /// The ids of a commit's parents as the commit itself names them, whether or not the repository holds them.
    /// </summary>
    public async Task<IReadOnlyList<string>> Parents(string commit, CancellationToken cancellationToken)
    {
        var text = await _git.Ask(cancellationToken, "cat-file", "commit", commit);
        const string Prefix = "parent ";
        return [.. text.Split('\n').TakeWhile(line => line.Length > 0)
            .Where(line => line.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(line => line[Prefix.Length..])];
    }

    /// <summary>
    /// Where two commits' histories part; null when they share none, or the checkout is too shallow to know.
    /// </summary>
    public async Task<string?> TryFindMergeBase(string one, string other, CancellationToken cancellationToken)
    {
        var answer = await _git.Run(cancellationToken, "merge-base", "--end-of-options", one, other);
        return answer.ExitCode == 0 ? answer.Output.Trim() : null;
    }

    /// <summary>
    /// Whether everything in one commit is in the other too; null when the repository does not hold enough to know.
    /// </summary>
    public async Task<bool?> IsAncestor(string ancestor, string descendant, CancellationToken cancellationToken) =>
        (await _git.Run(cancellationToken, "merge-base", "--is-ancestor", "--end-of-options", ancestor, descendant)).ExitCode switch
        {
            0 => true,
            1 when !await IsShallow(cancellationToken) => false,
            _ => null,
        };

    /// <summary>
    /// Fetches exactly one commit, without its history; false when that can't be done. Only a full id is asked for: a
    /// remote knows other names by other rules, and a name could be an option.
    /// </summary>
    public async Task<bool> TryFetch(string commit, CancellationToken cancellationToken) =>
        commit.Length is 40 or 64
        && commit.All(char.IsAsciiHexDigit)
        && (await _git.Run(cancellationToken, "fetch", "--quiet", "--no-tags", "--depth=1", "--no-recurse-submodules", "--", "origin", commit)).ExitCode == 0;

    /// <summary>Everything below a folder of a commit, at any depth; empty when there is no such folder.</summary>
    /// <param name="commit">A full id.</param>
    /// <param name="folder">From the repository's root, taken literally; empty for the root itself.</param>
    /// <param name="cancellationToken">Ends git.</param>
    public async Task<IReadOnlyList<TreeEntry>> List(string commit, string folder, CancellationToken cancellationToken)
    {
        var listing = await _git.Ask(
            cancellationToken, "ls-tree", "-r", "-z", "--full-tree", commit, "--", folder.Length == 0 ? "." : folder);
        return [.. listing.Split('\0', StringSplitOptions.RemoveEmptyEntries).Select(Entry)];
    }

    /// <summary>How many files below a folder of the working tree differ from the commit that is checked out.</summary>
    /// <param name="folder">From the repository's root, taken literally; empty for the root itself.</param>
    /// <param name="cancellationToken">Ends git.</param>
    public async Task<int> CountUncommitted(string folder, CancellationToken cancellationToken)
    {
        var listing = await _git.Ask(
            cancellationToken, "status", "--porcelain", "--untracked-files=all", "--", folder.Length == 0 ? "." : folder);
        return listing.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;
    }

    /// <summary>Renames a file of the working tree, uncommitted.</summary>
    /// <exception cref="DrawbridgeException">git refuses.</exception>
    public Task Move(string from, string to, CancellationToken cancellationToken) =>
        _git.Ask(cancellationToken, "mv", "--", from, to);

    /// <summary>The lines of a file that another version of it does not have.</summary>
    /// <param name="before">The other version, a blob's full id.</param>
    /// <param name="after">The file, a blob's full id.</param>
    /// <param name="cancellationToken">Ends git.</param>
    public async Task<IReadOnlyList<LineRange>> ChangedLines(
        string before, string after, CancellationToken cancellationToken) =>
        Hunks.In(await _git.Ask(
            cancellationToken, "diff", "--unified=0", "--text", "--no-ext-diff", "--no-textconv", before, after));

    /// <summary>Whether history was cut off when the repository was fetched.</summary>
    private async Task<bool> IsShallow(CancellationToken cancellationToken) =>
        (await _git.Ask(cancellationToken, "rev-parse", "--is-shallow-repository")).Trim() == "true";

    /// <summary><c>&lt;mode&gt; &lt;type&gt; &lt;object id&gt;\t&lt;path&gt;</c>.</summary>
    private static TreeEntry Entry(string line)
    {
        var tab = line.IndexOf('\t', StringComparison.Ordinal);
        var fields = line[..tab].Split(' ');
        var kind = fields[0] switch
        {
            "120000" => TreeEntryKind.Symlink,
            "160000" => TreeEntryKind.Submodule,
            _ => TreeEntryKind.File,
        };
        return new TreeEntry(kind, fields[2], line[(tab + 1)..]);
    }
}
