using Drawbridge.GitHubAction.Git;
using Drawbridge.GitHubAction.GitHub;
using Drawbridge.GitHubAction.Problems;
using Drawbridge.GitHubAction.Validate;
using Drawbridge.Manifests;
using Drawbridge.Rules.Changes;
using Drawbridge.Rules.Proposals;

namespace Drawbridge.GitHubAction.Renumber;

/// <summary>Renames what the commit that is checked out adds, in the working tree and the index.</summary>
/// <param name="surroundings">Where.</param>
/// <param name="folder">The migrations folder, from the repository's root.</param>
/// <param name="onlySay">Renames nothing.</param>
internal sealed class Renumberer(Surroundings surroundings, string folder, bool onlySay)
{
    /// <summary>What a clone calls the default branch of where it comes from.</summary>
    public const string UsualBase = "origin/HEAD";

    /// <summary>What it is mostly called: a repository that was not cloned, but pushed, does not know.</summary>
    private static readonly string[] UsualNames = ["origin/main", "origin/master"];

    private readonly QuotedLog _log = new(surroundings.Output, new GitHubEnvironment(surroundings));

    /// <summary>Does it, and says what.</summary>
    /// <exception cref="DrawbridgeException">
    /// Nothing can be compared, or a file is in the way; nothing was renamed.
    /// </exception>
    public async Task<ExitCode> Run(string @base, CancellationToken cancellationToken)
    {
        var repository = await GitRepository.Open(surroundings.Directory, cancellationToken);
        @base = await Known(repository, @base, cancellationToken);
        var (changes, merged) = await Read(repository, @base, cancellationToken);
        var renamings = Renumbering.Of(changes);
        RefuseWhatIsNotCommitted(repository.Root, renamings);
        foreach (var renaming in renamings)
        {
            if (!onlySay)
            {
                await repository.Move(renaming.From.Full, renaming.To.Full, cancellationToken);
            }

            var verb = onlySay ? "would rename" : "renamed";
            await _log.Write($"{verb} {renaming.From.Full} to {renaming.To.FileName}");
        }

        var ending = Ending(renamings.Count, $"{@base} at {ShortCommit.Of(merged)}");
        await _log.Write([.. Mentions(changes, renamings), ending]);
        return ExitCode.Fine;
    }

    /// <summary>What was asked for; when that is a name that this repository lacks, the usual one that it has.</summary>
    private static async Task<string> Known(GitRepository repository, string @base, CancellationToken cancellationToken)
    {
        foreach (var name in @base == UsualBase ? [UsualBase, .. UsualNames] : Array.Empty<string>())
        {
            if (await repository.TryResolve(name, cancellationToken) is not null)
            {
                return name;
            }
        }

        return @base;
    }

    private async Task<(ChangeSet Changes, string Base)> Read(
        GitRepository repository, string @base, CancellationToken cancellationToken)
    {
        var head = await repository.TryResolve("HEAD", cancellationToken)
            ?? throw new DrawbridgeException(new HeadMissing(surroundings.Directory));
        var trigger = await GitHubEvent.Read(new GitHubEnvironment(surroundings), cancellationToken);
        var comparison = (await new BaseFinder(repository, trigger).Find(head, @base, cancellationToken))!;
        var trees = await MigrationTrees.Read(repository, (head, comparison), folder, cancellationToken);
        var reader = new ChangeSetReader(repository, folder);
        return (await reader.Read(trees, surroundings.Time.GetUtcNow(), cancellationToken), comparison.Commit);
    }

    /// <summary>Before the first is renamed: half a branch with new versions would be worse than none.</summary>
    private static void RefuseWhatIsNotCommitted(string root, IReadOnlyList<Renaming> renamings)
    {
        var leaving = renamings.Select(renaming => renaming.From).ToHashSet();
        foreach (var (from, to) in renamings)
        {
            var obstacle = !IsThere(from) ? "it is not in the working tree"
                : IsThere(to) && !leaving.Contains(to) ? "a file of that name, which is not committed, is there already"
                : null;
            if (obstacle is not null)
            {
                throw new DrawbridgeException(new RenameBlocked(from.Full, to.FileName, obstacle));
            }
        }

        bool IsThere(MigrationPath path) => File.Exists(Path.Combine(root, path.Full));
    }

    private static IEnumerable<string> Mentions(ChangeSet changes, IReadOnlyList<Renaming> renamings) =>
        from renaming in renamings
        where changes.Settings.Text?.Contains(renaming.From.Below, StringComparison.Ordinal) == true
        select $"drawbridge.yml names {renaming.From.Below}: write {renaming.To.Below} there.";

    private string Ending(int count, string merged) => (count, onlySay) switch
    {
        (0, _) => "Nothing to rename: no new migration is late or has the version of another. "
            + $"Compared with {merged}; 'git fetch' gets what is newer.",
        (_, true) => $"{Words.Count(count, "file")} would be renamed, compared with {merged}.",
        _ => $"{Words.Count(count, "file")} renamed, compared with {merged}. "
            + "Look at them with 'git status', then commit.",
    };
}
