using Drawbridge.Manifests;

namespace Drawbridge.GitHubAction.Follow;

/// <summary>Finds the file in the repository that a result's script key means.</summary>
internal static class ScriptPlace
{
    /// <summary>From the repository's root; null when the key lies outside its database's folder, so it means no file here.</summary>
    public static string? Of(string migrations, string database, string? key)
    {
        if (key is null || !BucketLayout.IsScriptOf(database, key))
        {
            return null;
        }

        var folder = migrations.Trim('/');
        var path = key[BucketLayout.MigrationsFolder.Length..];
        return folder is "" or "." ? path : $"{folder}/{path}";
    }
}
