using Drawbridge.GitHubAction.Problems;
using Drawbridge.Rules;
using Drawbridge.Rules.Changes;
using Drawbridge.Scripts;

namespace Drawbridge.GitHubAction.Apply;

/// <summary>Reads scripts from the file system: on a developer's machine, what is not committed counts too.</summary>
/// <param name="directory">The absolute path of the folder.</param>
/// <param name="request">What its folders mean.</param>
internal sealed class FolderReader(string directory, ApplyRequest request)
{
    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None };

    /// <summary>
    /// Reads and checks all of it by the rules that <c>validate</c> has; scripts only when nothing is wrong.
    /// </summary>
    /// <exception cref="DrawbridgeException">The folder is missing, or is not what the request says.</exception>
    public async Task<(LocalScripts Scripts, IReadOnlyList<Finding> Findings)> Read(
        DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(directory))
        {
            throw new DrawbridgeException(new FolderMissing(request.Folder));
        }

        var files = new List<(MigrationFile File, byte[] Bytes)>();
        foreach (var file in new DirectoryInfo(directory).EnumerateFiles("*", Everything).OrderBy(file => file.FullName, StringComparer.Ordinal))
        {
            files.Add(await Read(file, cancellationToken));
        }

        RefuseMixture([.. files.Select(file => file.File)]);
        var findings = RuleList.Check(new ChangeSet([.. files.Select(file => file.File)], @base: null, now));
        var scripts = files.Where(file => file.File.Script is not null).Select(file => (file.File.Script!, file.Bytes));
        return (new LocalScripts([.. scripts]), findings);
    }

    private async Task<(MigrationFile File, byte[] Bytes)> Read(FileInfo info, CancellationToken cancellationToken)
    {
        var below = Path.GetRelativePath(directory, info.FullName).Replace(Path.DirectorySeparatorChar, '/');
        var place = request.Database is null
            ? new MigrationPath(request.Folder.TrimEnd('/'), below)
            : new MigrationPath(Parent(request.Folder), $"{request.Database}/{below}");
        var file = new MigrationFile(place, info.LinkTarget is null ? FileKind.File : FileKind.Symlink);
        if (!file.IsScript)
        {
            return (file, []);
        }

        if (info.Length > ScriptContent.MaximumSize)
        {
            return (file.TooLarge(info.Length), []);
        }

        var bytes = await File.ReadAllBytesAsync(info.FullName, cancellationToken);
        return (file.Holding(bytes), bytes);
    }

    private static string Parent(string folder)
    {
        var trimmed = folder.TrimEnd('/');
        return trimmed[..Math.Max(0, trimmed.LastIndexOf('/'))];
    }

    /// <summary>
    /// Several databases' folders below one database's name would all be applied to that one; and scripts that lie in
    /// no database's folder are one database's, not so many misplaced ones.
    /// </summary>
    private void RefuseMixture(List<MigrationFile> files)
    {
        var scripts = files.Where(file => file.IsScript).ToList();
        var areAllDeeper = scripts.TrueForAll(file => file.Place.InDatabase.Contains('/', StringComparison.Ordinal));
        if (request.Database is { } database && scripts.Count > 0 && areAllDeeper)
        {
            throw new DrawbridgeException(new FolderOfSeveral(request.Folder, database));
        }

        if (request.Database is null && scripts.Count > 0 && scripts.TrueForAll(file => file.Database.Length == 0))
        {
            throw new DrawbridgeException(new FolderOfOne(request.Folder));
        }
    }
}
