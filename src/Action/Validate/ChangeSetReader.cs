using Drawbridge.Configuration;
using Drawbridge.GitHubAction.Git;
using Drawbridge.Rules.Changes;
using Drawbridge.Scripts;

namespace Drawbridge.GitHubAction.Validate;

/// <summary>
/// Makes of git's trees and blobs what the rules look at. What is the same in head and base is read once.
/// </summary>
internal sealed class ChangeSetReader(GitRepository repository, string folder)
{
    /// <summary>What other open pull requests add, as far as it is known.</summary>
    public IReadOnlyList<SiblingFile> Siblings { get; init; } = [];

    /// <summary>Reads every script of the head, and those of the base that the head has not. Each side says what it ignores.</summary>
    public async Task<ChangeSet> Read(MigrationTrees trees, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var settings = await ReadSettings(trees.Head, cancellationToken);
        var head = await ReadFiles([.. Relevant(trees.Head, settings)], cancellationToken);
        if (trees.Base is null)
        {
            return new ChangeSet([.. head.Values], @base: null, now) { Settings = settings };
        }

        var baseSettings = await ReadSettings(trees.Base, cancellationToken);
        var merged = Relevant(trees.Base, baseSettings).ToList();
        var others = await ReadFiles([.. merged.Where(entry => !head.ContainsKey(entry))], cancellationToken);
        var both = merged.Select(entry => head.GetValueOrDefault(entry) ?? others[entry]);
        return new ChangeSet([.. head.Values], [.. both], now) { Settings = settings, BaseSettings = baseSettings, Siblings = Siblings };
    }

    private IEnumerable<TreeEntry> Relevant(IReadOnlyList<TreeEntry> entries, ProjectSettings settings) =>
        settings.IgnoredPaths.Count == 0 ? entries : entries.Where(entry => !settings.Ignores(Below(entry)));

    private string Below(TreeEntry entry) => folder.Length == 0 ? entry.Path : entry.Path[(folder.Length + 1)..];

    /// <summary>A symlink of that name is not followed: it is a finding of its own.</summary>
    private async Task<ProjectSettings> ReadSettings(IReadOnlyList<TreeEntry> entries, CancellationToken cancellationToken)
    {
        var file = entries.FirstOrDefault(entry => entry.Kind == TreeEntryKind.File && Below(entry) == ProjectSettings.FileName);
        if (file is null)
        {
            return ProjectSettings.Default;
        }

        var blob = await repository.Blobs.Read([file.ObjectId], SettingsReader.MaximumSize, cancellationToken).SingleAsync(cancellationToken);
        return blob.Bytes is null ? SettingsReader.TooLarge(blob.Size) : SettingsReader.Read(blob.Bytes);
    }

    private async Task<Dictionary<TreeEntry, MigrationFile>> ReadFiles(
        IReadOnlyList<TreeEntry> entries, CancellationToken cancellationToken)
    {
        var files = entries.ToDictionary(entry => entry, FileOf);
        var scripts = entries.Where(entry => files[entry].IsScript).ToList();
        if (scripts.Count > 0)
        {
            var objectIds = scripts.ConvertAll(script => script.ObjectId);
            var blobs = repository.Blobs.Read(objectIds, ScriptContent.MaximumSize, cancellationToken);
            var read = new MigrationFile[scripts.Count];
            await Parallel.ForEachAsync(blobs.Index(), cancellationToken, (blob, _) =>
            {
                read[blob.Index] = Holding(files[scripts[blob.Index]], blob.Item);
                return ValueTask.CompletedTask;
            });
            scripts.Index().ToList().ForEach(script => files[script.Item] = read[script.Index]);
        }

        return files;
    }

    private static MigrationFile Holding(MigrationFile file, Blob blob) =>
        blob.Bytes is null ? file.TooLarge(blob.Size) : file.Holding(blob.Bytes);

    private MigrationFile FileOf(TreeEntry entry) => new(new MigrationPath(folder, Below(entry)), entry.Kind switch
    {
        TreeEntryKind.Symlink => FileKind.Symlink,
        TreeEntryKind.Submodule => FileKind.Submodule,
        _ => FileKind.File,
    });
}
