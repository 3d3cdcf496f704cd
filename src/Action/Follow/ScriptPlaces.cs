using Drawbridge.Manifests;

namespace Drawbridge.GitHubAction.Follow;

/// <summary>Finds the file that a result's script key means.</summary>
internal sealed class ScriptPlaces
{
    private readonly Func<string, string> _folderOf;

    private ScriptPlaces(Func<string, string> folderOf) => _folderOf = folderOf;

    /// <summary>Each database has its own folder below one; empty for the repository's root.</summary>
    public static ScriptPlaces Below(string migrations) =>
        new(database => migrations.Length == 0 ? database : $"{migrations.TrimEnd('/')}/{database}");

    /// <summary>One database, whatever its folder is called.</summary>
    public static ScriptPlaces Only(string folder) => new(_ => folder.TrimEnd('/'));

    /// <summary>Null when the key lies outside its database's folder, so it means no file here.</summary>
    public string? Find(string database, string? key) => key is not null && BucketLayout.IsScriptOf(database, key)
        ? $"{_folderOf(database)}/{key[BucketLayout.ScriptKey(database, "").Length..]}"
        : null;
}
