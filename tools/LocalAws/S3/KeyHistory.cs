namespace Drawbridge.LocalAws.S3;

/// <summary>All versions of one key, the newest last.</summary>
internal sealed class KeyHistory(string key)
{
    public string Key { get; } = key;

    public List<StoredObject> Versions { get; } = [];

    /// <summary>What a get without a version id finds; null when nothing was written or it was deleted.</summary>
    public StoredObject? Current => Versions is [.., { IsDeleteMarker: false } newest] ? newest : null;

    public StoredObject? Newest => Versions is [.., var newest] ? newest : null;
}
