using Drawbridge.Manifests;
using Drawbridge.Scripts;

namespace Drawbridge.Configuration;

/// <summary>What <c>drawbridge.yml</c> says of one database.</summary>
public sealed record DatabaseSettings
{
    /// <summary>Where its name stands.</summary>
    public FilePlace Place { get; init; }

    /// <summary>The kind of server it lives on; null when it is the one of all.</summary>
    public DatabaseEngine? Engine { get; init; }

    /// <summary>What happens to late versions; null when <c>deploy</c> is told otherwise.</summary>
    public ReleaseOrder? Order { get; init; }

    /// <summary>The form in which its scripts are named; null for that of most of them.</summary>
    public NamingForm? Naming { get; init; }

    /// <summary>The tool whose history is taken over; null for none.</summary>
    public DonorTool? Adopt { get; init; }

    /// <summary>Its server's major version; null when it is the one of all.</summary>
    public int? ServerVersion { get; init; }

    /// <summary>The severities that differ from those of all databases.</summary>
    public IReadOnlyList<RuleSetting> Rules { get; init; } = [];
}
