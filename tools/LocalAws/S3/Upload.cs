namespace Drawbridge.LocalAws.S3;

/// <summary>What a put brings: verified content, the headers to keep and the conditions it sets.</summary>
internal sealed record Upload(string Key, ReadOnlyMemory<byte> Content)
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public Checksum? Checksum { get; init; }

    /// <summary>Write only over the object that has this ETag.</summary>
    public string? IfMatch { get; init; }

    /// <summary>Write only where nothing is: <c>If-None-Match: *</c>.</summary>
    public bool OnlyIfAbsent { get; init; }
}
