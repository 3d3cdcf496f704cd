namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>DETACH PARTITION</c></summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Partition">The table that leaves.</param>
public sealed record DetachPartitionAction(TextSpan Span, QualifiedName Partition) : AlterAction(Span)
{
    /// <summary><c>CONCURRENTLY</c></summary>
    public bool IsConcurrent { get; init; }

    /// <summary><c>FINALIZE</c></summary>
    public bool IsFinalize { get; init; }
}
