using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Drawbridge.LocalAws.S3;

/// <summary>One bucket with versioning on. Every operation is atomic.</summary>
internal sealed class Bucket(string name, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly List<KeyHistory> _histories = [];
    private long _lastSequence;

    public string Name { get; } = name;

    /// <exception cref="S3Exception">A condition of the upload does not hold.</exception>
    public StoredObject Put(Upload upload)
    {
        lock (_gate)
        {
            Demand(upload, Find(upload.Key)?.Current);
            var stored = Version(upload.Key, upload.Content) with { Headers = upload.Headers, Checksum = upload.Checksum };
            FindOrAdd(upload.Key).Versions.Add(stored);
            return stored;
        }
    }

    /// <summary>The given version, or the newest one; it may be a delete marker.</summary>
    public StoredObject? Get(string key, string? versionId)
    {
        lock (_gate)
        {
            var history = Find(key);
            return versionId is null
                ? history?.Newest
                : history?.Versions.Find(version => version.VersionId == versionId);
        }
    }

    /// <summary>Puts a delete marker on top.</summary>
    public StoredObject Delete(string key)
    {
        lock (_gate)
        {
            var marker = Version(key, default) with { IsDeleteMarker = true };
            FindOrAdd(key).Versions.Add(marker);
            return marker;
        }
    }

    /// <summary>Takes one version out for good; returns it, or null when there was none.</summary>
    public StoredObject? Erase(string key, string versionId)
    {
        lock (_gate)
        {
            var index = IndexOf(key);
            if (index < 0 || _histories[index].Versions.Find(v => v.VersionId == versionId) is not { } erased)
            {
                return null;
            }

            _histories[index].Versions.Remove(erased);
            if (_histories[index].Versions.Count == 0)
            {
                _histories.RemoveAt(index);
            }

            return erased;
        }
    }

    /// <summary>The keys after one, in order, each with its versions as they are now (oldest first).</summary>
    public IReadOnlyList<IReadOnlyList<StoredObject>> After(string key, string prefix)
    {
        lock (_gate)
        {
            var from = KeyOrder.Instance.Compare(key, prefix) < 0 ? prefix : key;
            var index = IndexOf(from);
            return
            [
                .. _histories.Skip(index < 0 ? ~index : index)
                    .TakeWhile(history => history.Key.StartsWith(prefix, StringComparison.Ordinal))
                    .Where(history => KeyOrder.Instance.Compare(history.Key, key) > 0 || key.Length == 0)
                    .Select(history => history.Versions.ToArray()),
            ];
        }
    }

    private static void Demand(Upload upload, StoredObject? current)
    {
        if (upload.OnlyIfAbsent && current is not null)
        {
            throw new S3Exception(S3Error.PreconditionFailed);
        }

        if (upload.IfMatch is { } expected && expected.Trim('"') != (current ?? throw new S3Exception(S3Error.NoSuchKey)).ETag)
        {
            throw new S3Exception(S3Error.PreconditionFailed);
        }
    }

    [SuppressMessage(
        "Security",
        "CA5351:Do Not Use Broken Cryptographic Algorithms",
        Justification = "An ETag of S3 is an MD5.")]
    private StoredObject Version(string key, ReadOnlyMemory<byte> content)
    {
        var now = time.GetUtcNow();
        _lastSequence = Math.Max(_lastSequence + 1, now.UtcTicks);
        return new StoredObject
        {
            Bucket = Name,
            Key = key,
            Content = content,
            ETag = Convert.ToHexStringLower(MD5.HashData(content.Span)),
            VersionId = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)),
            Sequencer = $"00{_lastSequence:X16}",
            LastModified = now,
        };
    }

    private KeyHistory? Find(string key) => IndexOf(key) is >= 0 and var index ? _histories[index] : null;

    private KeyHistory FindOrAdd(string key)
    {
        var index = IndexOf(key);
        if (index < 0)
        {
            index = ~index;
            _histories.Insert(index, new KeyHistory(key));
        }

        return _histories[index];
    }

    private int IndexOf(string key)
    {
        var (low, high) = (0, _histories.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            switch (KeyOrder.Instance.Compare(_histories[middle].Key, key))
            {
                case 0: return middle;
                case < 0: low = middle + 1; break;
                default: high = middle - 1; break;
            }
        }

        return ~low;
    }
}
