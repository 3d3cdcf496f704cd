using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Drawbridge.LocalAws.S3;

/// <summary>The buckets, and whoever wants to know what is written into them.</summary>
internal sealed partial class ObjectStore(TimeProvider time, DirectoryMirror? mirror)
{
    private readonly ConcurrentDictionary<string, Bucket> _buckets = new();

    /// <summary>Told of every new version, in the order of its key's versions when the writers are.</summary>
    public Action<StoredObject> Created { get; set; } = _ => { };

    /// <exception cref="S3Exception">There is no such bucket.</exception>
    public Bucket this[string name] => _buckets.GetValueOrDefault(name) ?? throw new S3Exception(S3Error.NoSuchBucket);

    public static bool IsBucketName(string name) => BucketName().IsMatch(name);

    /// <exception cref="S3Exception">The name is taken or breaks S3's rules.</exception>
    public void Create(string name)
    {
        if (!IsBucketName(name))
        {
            throw new S3Exception(S3Error.InvalidBucketName);
        }

        if (!_buckets.TryAdd(name, new Bucket(name, time)))
        {
            throw new S3Exception(S3Error.BucketAlreadyOwnedByYou);
        }
    }

    /// <exception cref="S3Exception">There is no such bucket, or a condition of the upload does not hold.</exception>
    public StoredObject Put(string bucket, Upload upload)
    {
        var stored = this[bucket].Put(upload);
        mirror?.Show(this[bucket], upload.Key);
        Created(stored);
        return stored;
    }

    /// <summary>Marks the object as deleted, or takes the given version out for good.</summary>
    /// <exception cref="S3Exception">There is no such bucket.</exception>
    public StoredObject? Delete(string bucket, string key, string? versionId)
    {
        var deleted = versionId is null ? this[bucket].Delete(key) : this[bucket].Erase(key, versionId);
        mirror?.Show(this[bucket], key);
        return deleted;
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BucketName();
}
