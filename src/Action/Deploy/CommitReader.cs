using Drawbridge.GitHubAction.Git;
using Drawbridge.GitHubAction.Problems;
using Drawbridge.GitHubAction.Validate;
using Drawbridge.Rules;
using Drawbridge.Scripts;

namespace Drawbridge.GitHubAction.Deploy;

/// <summary>Reads the scripts of a commit as git holds them, whatever lies in the working tree.</summary>
internal sealed class CommitReader(GitRepository repository, string folder)
{
    /// <summary>Checks the commit by the binding rules: what a hazard is worth was decided when the script was merged.</summary>
    public async Task<Validation> Check(string commit, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var trees = new MigrationTrees(await repository.List(commit, folder, cancellationToken), Base: null);
        if (trees.Head.All(entry => entry.Path == folder))
        {
            throw new DrawbridgeException(new MigrationsMissing(folder, commit));
        }

        var changes = await new ChangeSetReader(repository, folder).Read(trees, now, cancellationToken);
        return new Validation(changes, Base: null, Inspection.Of(changes, RuleList.Binding));
    }

    /// <summary>
    /// The scripts of a checked commit with their bytes, database by database, in the order in which they run.
    /// </summary>
    public async Task<IReadOnlyList<ShippedFile>> Read(
        string commit, Validation validation, CancellationToken cancellationToken)
    {
        var objectIds = (await repository.List(commit, folder, cancellationToken)).ToDictionary(
            entry => entry.Path, entry => entry.ObjectId);
        var scripts = validation.Changes.Head.Where(file => file.Script is not null)
            .OrderBy(file => file.Database, StringComparer.Ordinal)
            .ThenBy(file => file.Script!, ScriptOrder.Instance)
            .ToList();
        if (scripts.Count == 0)
        {
            return [];
        }

        var files = new List<ShippedFile>(scripts.Count);
        var wanted = scripts.ConvertAll(file => objectIds[file.Path]);
        await foreach (var blob in repository.Blobs.Read(wanted, ScriptContent.MaximumSize, cancellationToken))
        {
            files.Add(new ShippedFile(scripts[files.Count].Script!, blob.Bytes ?? default));
        }

        return files;
    }
}
