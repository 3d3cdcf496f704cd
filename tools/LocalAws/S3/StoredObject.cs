using System.Text;

namespace Drawbridge.LocalAws.S3;

/// <summary>One version of one object; it never changes.</summary>
public sealed record StoredObject
{
    /// <summary>The bucket's name.</summary>
    public required string Bucket { get; init; }

    /// <summary>The key, decoded.</summary>
    public required string Key { get; init; }

    /// <summary>The bytes; empty for a delete marker.</summary>
    public ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>S3's id of this version.</summary>
    public required string VersionId { get; init; }

    /// <summary>The MD5 of the content in hex, without the quotes that HTTP puts around it.</summary>
    public required string ETag { get; init; }

    /// <summary>Grows with every version, as a notification's <c>sequencer</c> does.</summary>
    public required string Sequencer { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset LastModified { get; init; }

    /// <summary>Whether this version says that the object was deleted.</summary>
    public bool IsDeleteMarker { get; init; }

    /// <summary>The content read as UTF-8.</summary>
    public string Text => Encoding.UTF8.GetString(Content.Span);

    /// <summary>Headers that the upload brought and every download gives back, such as <c>Content-Type</c>.</summary>
    internal IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    internal Checksum? Checksum { get; init; }

    internal string QuotedETag => $"\"{ETag}\"";
}
