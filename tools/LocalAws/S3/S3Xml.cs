using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Drawbridge.LocalAws.S3;

/// <summary>S3's answers in XML.</summary>
internal static class S3Xml
{
    private static readonly XNamespace Namespace = "http://s3.amazonaws.com/doc/2006-03-01/";

    // A key may hold characters that XML cannot; S3 writes them as references all the same.
    private static readonly XmlWriterSettings Settings = new() { CheckCharacters = false, Async = false };

    public static byte[] Error(S3Error error, S3Request? request, string requestId, string hostId) => Write(new XElement(
        "Error",
        new XElement("Code", error.Code),
        new XElement("Message", error.Message),
        error.Code == S3Error.NoSuchBucket.Code ? new XElement("BucketName", request?.Bucket) : null,
        error.Code == S3Error.NoSuchKey.Code ? new XElement("Key", request?.Key) : null,
        new XElement("RequestId", requestId),
        new XElement("HostId", hostId)));

    public static byte[] Listing(string bucket, ListQuery query, ListPage page, bool encoded)
    {
        string Name(string text) => encoded ? Uri.EscapeDataString(text).Replace("%2F", "/", StringComparison.Ordinal) : text;
        return Write(new XElement(
            Namespace + "ListBucketResult",
            Element("Name", bucket),
            Element("Prefix", Name(query.Prefix)),
            Optional("Delimiter", Name(query.Delimiter)),
            Optional("StartAfter", Name(query.StartAfter)),
            Optional("EncodingType", encoded ? "url" : ""),
            Element("KeyCount", page.Count),
            Element("MaxKeys", query.MaxKeys),
            Element("IsTruncated", page.IsTruncated),
            Optional("ContinuationToken", query.ResumeAfter.Length > 0 ? ListQuery.Token(query.ResumeAfter) : ""),
            page.LastEntry is { } last ? Element("NextContinuationToken", ListQuery.Token(last)) : null,
            page.Objects.Select(
                entry => new XElement(Namespace + "Contents", Element("Key", Name(entry.Key)), Facts(entry))),
            page.CommonPrefixes.Select(prefix => new XElement(Namespace + "CommonPrefixes", Element("Prefix", Name(prefix))))));
    }

    public static byte[] Versions(string bucket, VersionsPage page) => Write(new XElement(
        Namespace + "ListVersionsResult",
        Element("Name", bucket),
        Element("Prefix", page.Prefix),
        Element("KeyMarker", page.KeyMarker),
        Element("MaxKeys", page.MaxKeys),
        Element("IsTruncated", page.Next is not null),
        page.Next is { } next ? Element("NextKeyMarker", next.Key) : null,
        page.Next is { } id ? Element("NextVersionIdMarker", id.VersionId) : null,
        page.Entries.Select(entry => new XElement(
            Namespace + (entry.Version.IsDeleteMarker ? "DeleteMarker" : "Version"),
            Element("Key", entry.Version.Key),
            Element("VersionId", entry.Version.VersionId),
            Element("IsLatest", entry.IsLatest),
            entry.Version.IsDeleteMarker ? Element("LastModified", Time(entry.Version)) : Facts(entry.Version)))));

    public static byte[] VersioningEnabled() =>
        Write(new XElement(Namespace + "VersioningConfiguration", Element("Status", "Enabled")));

    public static byte[] Location(string region) => Write(new XElement(Namespace + "LocationConstraint", region));

    private static object[] Facts(StoredObject entry) =>
    [
        Element("LastModified", Time(entry)),
        Element("ETag", entry.QuotedETag),
        Element("Size", entry.Content.Length),
        Element("StorageClass", "STANDARD"),
    ];

    private static string Time(StoredObject entry) =>
        entry.LastModified.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static XElement Element(string name, object value) => new(Namespace + name, value);

    private static XElement? Optional(string name, string value) => value.Length == 0 ? null : Element(name, value);

    private static byte[] Write(XElement root)
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, Settings))
        {
            root.WriteTo(writer);
        }

        return bytes.ToArray();
    }
}
