using Drawbridge.Sql;

namespace Drawbridge.Engine.SqlServer;

/// <summary>Something to send to the server.</summary>
/// <param name="Sql">The text.</param>
/// <param name="Values">The parameters @p1, @p2 and so on; with any, what the text sets ends with it.</param>
internal sealed record SqlRequest(string Sql, params IReadOnlyList<object?> Values)
{
    /// <summary>The script's batch that it is.</summary>
    public SqlBatch? Batch { get; init; }

    /// <summary>The script's requirement that it checks.</summary>
    public Directive? Requirement { get; init; }

    /// <summary>How long it may take; zero for no limit.</summary>
    public TimeSpan Limit { get; init; }
}
