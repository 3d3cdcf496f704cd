using Drawbridge.Configuration;
using Drawbridge.GitHubAction.Problems;
using Drawbridge.GitHubAction.Validate;
using Drawbridge.Problems;
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

    /// <summary>Reads all of it and checks it by the binding rules.</summary>
    /// <exception cref="DrawbridgeException">The folder is missing, or is not what the request says.</exception>
    public async Task<(LocalScripts Scripts, Validation Validation)> Read(
        DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(directory))
        {
            throw new DrawbridgeException(new FolderMissing(request.Folder));
        }

        var written = await ReadSettings(cancellationToken);
        RefuseOtherEngine(written);
        // What the server is can be asked here, where it is within reach; a file need not say it.
        var settings = written with { Engine = request.Server.Engine };
        var files = new List<(MigrationFile File, byte[] Bytes)>();
        foreach (var file in new DirectoryInfo(directory).EnumerateFiles("*", Everything).OrderBy(file => file.FullName, StringComparer.Ordinal))
        {
            var place = PlaceOf(file);
            if (!settings.Ignores(place.Below))
            {
                files.Add(await Read(file, place, settings.EngineOf(place.Database), cancellationToken));
            }
        }

        RefuseMixture([.. files.Select(file => file.File)]);
        var changes = new ChangeSet([.. files.Select(file => file.File).Concat(SettingsFile)], @base: null, now) { Settings = settings };
        var validation = new Validation(changes, Base: null, Inspection.Of(changes, RuleList.Binding));
        var scripts = files.Where(file => file.File.Script is not null).Select(file => (file.File.Script!, file.Bytes));
        return (new LocalScripts([.. scripts], settings), validation);
    }

    /// <summary>A list of keys without one that only SQL Server's driver has is PostgreSQL's.</summary>
    private void RefuseOtherEngine(ProjectSettings written)
    {
        var engines = written.Databases.Values.Select(database => database.Engine).Append(written.Engine);
        if (request.Server.Engine == DatabaseEngine.PostgreSql && engines.Contains(DatabaseEngine.SqlServer))
        {
            throw new DrawbridgeException(new DatabaseSettingInvalid(
                $"it leads to PostgreSQL, and '{ProjectSettings.FileName}' says 'engine: sqlserver'; to SQL Server leads "
                    + "'sqlserver://…' or 'Server=tcp:host,1433;…'"));
        }
    }

    /// <summary>Above one database's folder; in the folder of all databases it is found like every file.</summary>
    private IEnumerable<MigrationFile> SettingsFile => request.Database is null
        ? []
        : [new MigrationFile(new MigrationPath(Parent(request.Folder), ProjectSettings.FileName))];

    /// <summary>What concerns the databases that are read. A link is not followed.</summary>
    private async Task<ProjectSettings> ReadSettings(CancellationToken cancellationToken)
    {
        var root = request.Database is null ? directory : Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory)));
        var file = new FileInfo(Path.Combine(root ?? directory, ProjectSettings.FileName));
        if (!file.Exists || file.LinkTarget is not null)
        {
            return ProjectSettings.Default;
        }

        var settings = file.Length > SettingsReader.MaximumSize
            ? SettingsReader.TooLarge(file.Length)
            : SettingsReader.Read(await File.ReadAllBytesAsync(file.FullName, cancellationToken));
        return request.Database is { } database ? settings.Only(database) : settings;
    }

    private MigrationPath PlaceOf(FileInfo file)
    {
        var below = Path.GetRelativePath(directory, file.FullName).Replace(Path.DirectorySeparatorChar, '/');
        return request.Database is null
            ? new MigrationPath(request.Folder.TrimEnd('/'), below)
            : new MigrationPath(Parent(request.Folder), $"{request.Database}/{below}");
    }

    private static async Task<(MigrationFile File, byte[] Bytes)> Read(
        FileInfo info, MigrationPath place, DatabaseEngine engine, CancellationToken cancellationToken)
    {
        var file = new MigrationFile(place, info.LinkTarget is null ? FileKind.File : FileKind.Symlink, engine);
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
