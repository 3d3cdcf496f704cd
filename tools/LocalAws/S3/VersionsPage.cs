using Microsoft.AspNetCore.Http;

namespace Drawbridge.LocalAws.S3;

/// <summary>One page of a bucket's versions: keys in order, each key's newest version first.</summary>
internal sealed record VersionsPage(string Prefix, string KeyMarker, int MaxKeys)
{
    public IReadOnlyList<(StoredObject Version, bool IsLatest)> Entries { get; private init; } = [];

    /// <summary>The last entry of this page when more follow.</summary>
    public StoredObject? Next { get; private init; }

    /// <exception cref="S3Exception">The query asks for what is not done here.</exception>
    public static VersionsPage Of(Bucket bucket, IQueryCollection query)
    {
        if (query["delimiter"].ToString().Length > 0)
        {
            throw new S3Exception(S3Error.NotImplemented("a delimiter in a listing of versions"));
        }

        var page = new VersionsPage(
            query["prefix"].ToString(), query["key-marker"].ToString(), ListQuery.ReadMaxKeys(query["max-keys"].ToString()));
        var rest = Rest(bucket, page, query["version-id-marker"].ToString()).Take(page.MaxKeys + 1).ToArray();
        var entries = rest[..Math.Min(rest.Length, page.MaxKeys)];
        return page with { Entries = entries, Next = rest.Length > entries.Length && entries.Length > 0 ? entries[^1].Version : null };
    }

    private static IEnumerable<(StoredObject Version, bool IsLatest)> Rest(
        Bucket bucket, VersionsPage page, string versionMarker)
    {
        var ofMarkedKey = bucket.After("", page.KeyMarker)
            .Where(versions => versions[0].Key == page.KeyMarker && versionMarker.Length > 0)
            .SelectMany(NewestFirst)
            .SkipWhile(entry => entry.Version.VersionId != versionMarker)
            .Skip(1);
        return ofMarkedKey.Concat(bucket.After(page.KeyMarker, page.Prefix).SelectMany(NewestFirst));
    }

    private static IEnumerable<(StoredObject Version, bool IsLatest)> NewestFirst(IReadOnlyList<StoredObject> versions) =>
        versions.Reverse().Select((version, index) => (version, index == 0));
}
