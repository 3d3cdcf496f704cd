namespace Drawbridge.LocalEnvironment.Shop;

/// <summary>The names of the sample's two databases: other ones let tests share a server.</summary>
/// <param name="Root">Is there from the start; its script creates the other.</param>
/// <param name="Project">Holds the shop.</param>
public sealed record ShopDatabases(string Root, string Project)
{
    /// <summary>
    /// The version of the script that creates the project's database: another one where the root has known others.
    /// </summary>
    public string RootVersion { get; init; } = "1";

    /// <summary>As the sample names them.</summary>
    public static ShopDatabases AsWritten { get; } = new("postgres", "projectdb");
}
