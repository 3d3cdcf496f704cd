namespace Drawbridge.Bench.Peers.Tools;

/// <summary>The programs of this machine, and those that npm installed for the bench.</summary>
/// <param name="searchPath">In the form of the PATH variable.</param>
/// <param name="modules">A folder <c>node_modules</c>; it need not exist.</param>
internal sealed class Programs(string searchPath, string modules)
{
    /// <summary>A program on the path, or one that an npm package brings; null when there is none.</summary>
    public string? TryFind(string name) => searchPath
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Append(Path.Combine(modules, ".bin"))
        .Select(folder => Path.Combine(folder, name))
        .FirstOrDefault(File.Exists);

    /// <summary>A file of an npm package; null when it is not installed.</summary>
    public string? TryFindModule(string path)
    {
        var file = Path.Combine(modules, path);
        return File.Exists(file) ? file : null;
    }
}
