using System.Diagnostics.CodeAnalysis;
using Drawbridge.Scripts;

namespace Drawbridge.Manifests;

/// <summary>Where things are in the bucket.</summary>
/// <param name="Prefix">Empty, or a folder with its trailing slash, so that several set-ups can share a bucket.</param>
public sealed record BucketLayout(string Prefix)
{
    /// <summary>The mirror of the approved scripts.</summary>
    public const string MigrationsFolder = "migrations/";

    private const string Extension = ".json";

    private static readonly (ManifestKind Kind, string Folder)[] Folders =
    [
        (ManifestKind.Release, "releases/"),
        (ManifestKind.Plan, "plans/"),
        (ManifestKind.Result, "results/"),
    ];

    /// <summary>Makes a prefix of what a person typed: <c>/shop</c> and <c>shop/</c> are <c>shop/</c>.</summary>
    public static BucketLayout At(string prefix)
    {
        var trimmed = prefix.Trim('/');
        return new BucketLayout(trimmed.Length == 0 ? "" : trimmed + "/");
    }

    /// <summary>A script's key as manifests write it: below the prefix.</summary>
    public static string ScriptKey(string database, string path) => $"{MigrationsFolder}{database}/{path}";

    /// <summary>
    /// Whether a key below the prefix lies in the database's own folder, with no empty, <c>.</c> or <c>..</c> part
    /// that could lead out of it.
    /// </summary>
    public static bool IsScriptOf(string database, string key)
    {
        var folder = ScriptKey(database, "");
        return key.Length > folder.Length
            && key.StartsWith(folder, StringComparison.Ordinal)
            && !key.Any(character => char.IsControl(character) || character == '\\')
            && key.Split('/').All(part => part is not ("" or "." or ".."));
    }

    /// <summary>The whole key of something that a manifest names.</summary>
    public string Full(string keyBelowPrefix) => Prefix + keyBelowPrefix;

    /// <summary>The whole key of a manifest.</summary>
    public string Of(ManifestKind kind, ReleaseId id, string database) => $"{FolderOf(kind)}{id}/{database}{Extension}";

    /// <summary>The whole prefix of all manifests of one kind.</summary>
    public string FolderOf(ManifestKind kind) => Prefix + FolderName(kind);

    /// <summary>The folder of all manifests of one kind, below the prefix.</summary>
    public static string FolderName(ManifestKind kind) => Array.Find(Folders, folder => folder.Kind == kind).Folder;

    /// <summary>Reads a whole key; false when it is no manifest's.</summary>
    public bool TryParse(string key, [NotNullWhen(true)] out ManifestKey? manifest)
    {
        manifest = null;
        foreach (var (kind, _) in Folders)
        {
            var folder = FolderOf(kind);
            if (key.StartsWith(folder, StringComparison.Ordinal) && key.EndsWith(Extension, StringComparison.Ordinal))
            {
                var parts = key[folder.Length..^Extension.Length].Split('/');
                manifest = parts is [var id, var database]
                    && ReleaseId.TryParse(id, out var releaseId)
                    && (kind == ManifestKind.Result || (!releaseId.IsUpload && releaseId.IsPlan == (kind == ManifestKind.Plan)))
                    && DatabaseName.IsValid(database)
                    ? new ManifestKey(kind, releaseId, database)
                    : null;
                return manifest is not null;
            }
        }

        return false;
    }
}
