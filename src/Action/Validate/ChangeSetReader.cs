using Drawbridge.GitHubAction.Git;
using Drawbridge.Rules.Changes;
using Drawbridge.Scripts;

namespace Drawbridge.GitHubAction.Validate;

/// <summary>
/// Makes of git's trees and blobs what the rules look at. What is the same in head and base is read once.
/// </summary>
internal sealed class ChangeSetReader(GitRepository repository, string folder)
{
    /// <summary>Reads every script of the head, and those of the base that the head has not.</summary>
    public async Task<ChangeSet> Read(MigrationTrees trees, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var head = await ReadFiles(trees.Head, cancellationToken);
        if (trees.Base is not { } merged)
        {
            return new ChangeSet([.. head.Values], @base: null, now);
        }

        var others = await ReadFiles([.. merged.Where(entry => !head.ContainsKey(entry))], cancellationToken);
        var both = merged.Select(entry => head.GetValueOrDefault(entry) ?? others[entry]);
        return new ChangeSet([.. head.Values], [.. both], now);
    }

    private async Task<Dictionary<TreeEntry, MigrationFile>> ReadFiles(
        IReadOnlyList<TreeEntry> entries, CancellationToken cancellationToken)
    {
        var files = entries.ToDictionary(entry => entry, FileOf);
        var scripts = entries.Where(entry => files[entry].IsScript).ToList();
        if (scripts.Count > 0)
        {
            var next = 0;
            var objectIds = scripts.ConvertAll(script => script.ObjectId);
            await foreach (var blob in repository.Blobs.Read(objectIds, ScriptContent.MaximumSize, cancellationToken))
            {
                var script = scripts[next++];
                files[script] = blob.Bytes is null
                    ? files[script].TooLarge(blob.Size)
                    : files[script].Holding(blob.Bytes);
            }
        }

        return files;
    }

    private MigrationFile FileOf(TreeEntry entry)
    {
        var below = folder.Length == 0 ? entry.Path : entry.Path[(folder.Length + 1)..];
        return new MigrationFile(new MigrationPath(folder, below), entry.Kind switch
        {
            TreeEntryKind.Symlink => FileKind.Symlink,
            TreeEntryKind.Submodule => FileKind.Submodule,
            _ => FileKind.File,
        });
    }
}
