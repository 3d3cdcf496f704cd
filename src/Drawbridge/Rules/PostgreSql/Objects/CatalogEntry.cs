namespace Drawbridge.Rules.PostgreSql.Objects;

/// <summary>What the scripts say of an object.</summary>
/// <param name="IsCreated">They create it; they may also only name it.</param>
internal sealed record CatalogEntry(bool IsCreated)
{
    /// <summary>What they create, when no more is to be said.</summary>
    public static CatalogEntry Created { get; } = new(IsCreated: true);

    /// <summary>What they say of it as a table.</summary>
    public TableHistory? Table { get; init; }

    /// <summary>A function with a search_path of its own.</summary>
    public bool HasSearchPath { get; init; }

    /// <summary>A domain whose values must obey something.</summary>
    public bool IsConstrained { get; init; }

    /// <summary>What they say of it as an index.</summary>
    public TableIndex? Index { get; init; }
}
