using Drawbridge.LocalAws.Lambda;

namespace Drawbridge.LocalEnvironment;

/// <summary>What a local platform is made of.</summary>
/// <param name="Function">The path of the function, published or packaged.</param>
/// <param name="Action">The path of the action, published or packaged.</param>
/// <param name="Folder">Where the files of a run are left.</param>
public sealed record LocalPlatformOptions(string Function, string Action, string Folder)
{
    /// <summary>The database that the function reaches first.</summary>
    public string RootDatabase { get; init; } = "postgres";

    /// <summary>How Lambda treats the function.</summary>
    public LambdaSettings Lambda { get; init; } = new();

    /// <summary>The secret that holds the function's login; null when the login is in its setting.</summary>
    public string? DatabaseSecret { get; init; }

    /// <summary>The keys' common beginning in the bucket: empty, or ends with a slash.</summary>
    public string Prefix { get; init; } = "";
}
