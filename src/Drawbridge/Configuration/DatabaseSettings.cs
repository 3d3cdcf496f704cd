namespace Drawbridge.Configuration;

/// <summary>What <c>drawbridge.yml</c> says of one database.</summary>
public sealed record DatabaseSettings
{
    /// <summary>Its server's major version; null when it is the one of all.</summary>
    public int? ServerVersion { get; init; }
}
