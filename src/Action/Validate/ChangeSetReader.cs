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
        var relevant = Relevant(trees.Head, settings).ToList();
        var known = trees.Base?.ToHashSet() ?? [];
        var head = await ReadFiles(relevant, settings, entry => !known.Contains(entry), cancellationToken);
        if (trees.Base is null)
        {
            return new ChangeSet([.. head.Values], @base: null, now) { Settings = settings };
        }

        var baseSettings = await ReadSettings(trees.Base, cancellationToken);
        var merged = Relevant(trees.Base, baseSettings).ToList();
        var gone = merged.FindAll(entry => !head.ContainsKey(entry));
        var others = await ReadFiles(gone, settings, isLookedAt: _ => false, cancellationToken);
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

        var blob = await repository.Blobs.Read([file.ObjectId], SettingsReader.MaximumSize, cancellationToken)
            .SingleAsync(cancellationToken);
        return blob.Bytes is { } bytes ? SettingsReader.Read(bytes.Span) : SettingsReader.TooLarge(blob.Size);
    }

    /// <param name="entries">The files.</param>
    /// <param name="settings">What <c>drawbridge.yml</c> says of their databases.</param>
    /// <param name="isLookedAt">
    /// Whether rules will look at one: its statements are found at once then, while git has more to send.
    /// </param>
    /// <param name="cancellationToken">Ends git.</param>
    private async Task<Dictionary<TreeEntry, MigrationFile>> ReadFiles(
        List<TreeEntry> entries,
        ProjectSettings settings,
        Predicate<TreeEntry> isLookedAt,
        CancellationToken cancellationToken)
    {
        var scripts = entries.FindAll(entry => entry.Kind == TreeEntryKind.File && MigrationFile.IsScriptName(entry.Path));
        var read = new MigrationFile[scripts.Count];
        if (scripts.Count > 0)
        {
            var objectIds = scripts.ConvertAll(script => script.ObjectId);
            var blobs = repository.Blobs.Read(objectIds, ScriptContent.MaximumSize, cancellationToken);
            await Parallel.ForEachAsync(blobs.Index(), cancellationToken, (blob, _) =>
            {
                var script = scripts[blob.Index];
                read[blob.Index] = Holding(FileOf(script, settings), blob.Item);
                if (isLookedAt(script))
                {
                    read[blob.Index].FindStatements();
                }

                return ValueTask.CompletedTask;
            });
        }

        var contents = scripts.Zip(read).ToDictionary(pair => pair.First, pair => pair.Second);
        return entries.ToDictionary(entry => entry, entry => contents.GetValueOrDefault(entry) ?? FileOf(entry, settings));
    }

    private static MigrationFile Holding(MigrationFile file, Blob blob)
    {
        var holding = blob.Bytes is { } bytes ? file.Holding(bytes.Span) : file.TooLarge(blob.Size);
        blob.GiveBack();
        return holding;
    }

    private MigrationFile FileOf(TreeEntry entry, ProjectSettings settings)
    {
        var place = new MigrationPath(folder, Below(entry));
        return new MigrationFile(place, KindOf(entry), settings.EngineOf(place.Database));
    }

    private static FileKind KindOf(TreeEntry entry) => entry.Kind switch
    {
        TreeEntryKind.Symlink => FileKind.Symlink,
        TreeEntryKind.Submodule => FileKind.Submodule,
        _ => FileKind.File,
    };
}
