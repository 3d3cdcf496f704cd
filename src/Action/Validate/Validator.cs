using Drawbridge.GitHubAction.Git;
using Drawbridge.GitHubAction.GitHub;
using Drawbridge.GitHubAction.Problems;
using Drawbridge.Rules;

namespace Drawbridge.GitHubAction.Validate;

/// <summary>Checks the migrations of the commit that is checked out.</summary>
internal sealed class Validator(Surroundings surroundings)
{
    /// <summary>Runs every rule there is something for.</summary>
    /// <param name="folder">The migrations folder, from the repository's root.</param>
    /// <param name="base">The revision to compare with; empty when the event decides.</param>
    /// <param name="cancellationToken">Ends git.</param>
    /// <exception cref="DrawbridgeException">
    /// There is nothing to check, or nothing to compare with although there should be.
    /// </exception>
    public async Task<Validation> Run(string folder, string @base, CancellationToken cancellationToken)
    {
        var repository = await GitRepository.Open(surroundings.Directory, cancellationToken);
        var head = await repository.TryResolve("HEAD", cancellationToken)
            ?? throw new DrawbridgeException(new HeadMissing(surroundings.Directory));
        var environment = new GitHubEnvironment(surroundings);
        var trigger = await GitHubEvent.Read(environment, cancellationToken);
        var asked = new SiblingReader(environment, trigger, folder).Read(surroundings.Time, cancellationToken);
        var comparison = await new BaseFinder(repository, trigger).Find(head, @base, cancellationToken);
        var trees = await MigrationTrees.Read(repository, (head, comparison), folder, cancellationToken);
        if (trees.Head.Concat(trees.Base ?? []).All(entry => entry.Path == folder))
        {
            throw new DrawbridgeException(new MigrationsMissing(folder, head));
        }

        Headroom.Reserve(trees.Head.Count);
        var uncommitted = environment.IsActions ? null : repository.CountUncommitted(folder, cancellationToken);
        var siblings = await asked;
        var reader = new ChangeSetReader(repository, folder) { Siblings = siblings.Files };
        var changes = await reader.Read(trees, surroundings.Time.GetUtcNow(), cancellationToken);
        var inspection = Inspection.Of(changes, RuleList.All);
        return new Validation(changes, comparison, inspection)
        {
            ChangedLines = await ChangedLines.Read(repository, trees, inspection.Findings, cancellationToken),
            SiblingsUnseen = siblings.Complaint,
            Uncommitted = uncommitted is null ? 0 : await uncommitted,
            ObjectIds = trees.Head.ToDictionary(entry => entry.Path, entry => entry.ObjectId, StringComparer.Ordinal),
        };
    }
}
