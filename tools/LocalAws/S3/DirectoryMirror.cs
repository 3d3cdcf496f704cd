namespace Drawbridge.LocalAws.S3;

/// <summary>Shows the current objects as files, for people. It is never read.</summary>
internal sealed class DirectoryMirror(string directory)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Bucket, string Key), string> _files = [];

    /// <summary>Makes the file of one key say what the bucket holds now.</summary>
    public void Show(Bucket bucket, string key)
    {
        lock (_gate)
        {
            var known = _files.Remove((bucket.Name, key), out var file);
            if (bucket.Get(key, versionId: null) is { IsDeleteMarker: false } current)
            {
                file ??= FreePath(bucket.Name, key);
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                File.WriteAllBytes(file, current.Content.Span);
                _files[(bucket.Name, key)] = file;
            }
            else if (known)
            {
                File.Delete(file!);
            }
        }
    }

    /// <summary>
    /// A key can be a file's name and a folder's at once, which no directory allows: the later one gets a '%'.
    /// </summary>
    private string FreePath(string bucket, string key)
    {
        var segments = key.Split('/').Select(FileName).ToArray();
        var path = Path.Combine(directory, bucket);
        foreach (var folder in segments[..^1])
        {
            path = Path.Combine(path, folder);
            path = File.Exists(path) ? path + '%' : path;
        }

        path = Path.Combine(path, segments[^1]);
        return Directory.Exists(path) ? path + '%' : path;
    }

    /// <summary>
    /// A name that stays in its folder on every system: whatever could mean more than itself is escaped.
    /// </summary>
    private static string FileName(string segment) => segment switch
    {
        "" => "%",
        "." => "%2E",
        ".." => "%2E%2E",
        _ => string.Concat(segment.Select(unit => "%\\:*?\"<>|".Contains(unit) || char.IsControl(unit) ? $"%{(int)unit:X2}" : $"{unit}")),
    };
}
