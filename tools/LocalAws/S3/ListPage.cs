namespace Drawbridge.LocalAws.S3;

/// <summary>One page of a listing: objects and the prefixes that the delimiter folded others into.</summary>
internal sealed record ListPage(
    IReadOnlyList<StoredObject> Objects, IReadOnlyList<string> CommonPrefixes, string? LastEntry)
{
    public int Count => Objects.Count + CommonPrefixes.Count;

    /// <summary>Whether more follows; then <see cref="LastEntry"/> says after what.</summary>
    public bool IsTruncated => LastEntry is not null;

    public static ListPage Of(Bucket bucket, ListQuery query)
    {
        var objects = new List<StoredObject>();
        var prefixes = new List<string>();
        var last = query.ResumeAfter;
        var after = KeyOrder.Instance.Compare(query.StartAfter, last) > 0 ? query.StartAfter : last;
        foreach (var newest in bucket.After(after, query.Prefix).Select(versions => versions[^1]).Where(v => !v.IsDeleteMarker))
        {
            var folded = Fold(newest.Key, query);
            if (folded is not null && folded == last)
            {
                continue;
            }

            if (objects.Count + prefixes.Count == query.MaxKeys)
            {
                return new ListPage(objects, prefixes, query.MaxKeys == 0 ? null : last);
            }

            last = folded ?? newest.Key;
            if (folded is null)
            {
                objects.Add(newest);
            }
            else
            {
                prefixes.Add(folded);
            }
        }

        return new ListPage(objects, prefixes, LastEntry: null);
    }

    private static string? Fold(string key, ListQuery query)
    {
        var end = query.Delimiter.Length == 0
            ? -1
            : key.IndexOf(query.Delimiter, query.Prefix.Length, StringComparison.Ordinal);
        return end < 0 ? null : key[..(end + query.Delimiter.Length)];
    }
}
