namespace Drawbridge.Bucket;

/// <summary>What must hold at the moment of writing, so that no other writer's object is replaced unseen.</summary>
public sealed record WriteCondition
{
    private WriteCondition(string? ifMatch, string? ifNoneMatch) => (IfMatch, IfNoneMatch) = (ifMatch, ifNoneMatch);

    /// <summary>Replace whatever is there.</summary>
    public static WriteCondition Always { get; } = new(null, null);

    /// <summary>Only when the key holds nothing.</summary>
    public static WriteCondition IfAbsent { get; } = new(null, "*");

    internal string? IfMatch { get; }

    internal string? IfNoneMatch { get; }

    /// <summary>Only while the key holds what was seen with this ETag.</summary>
    public static WriteCondition IfUnchanged(string eTag) => new(eTag, null);
}
