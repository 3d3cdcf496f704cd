namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>ATTACH PARTITION</c> of a table or index.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Partition">The table or index that becomes a part.</param>
public sealed record AttachPartitionAction(TextSpan Span, QualifiedName Partition) : AlterAction(Span);
