namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>ALTER COLUMN … TYPE</c>, or <c>ALTER ATTRIBUTE … TYPE</c> of a composite type.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Column">The column.</param>
/// <param name="Type">Its new type.</param>
public sealed record AlterColumnTypeAction(TextSpan Span, Identifier Column, DataType Type) : AlterAction(Span)
{
    /// <summary>What follows <c>COLLATE</c>.</summary>
    public QualifiedName? Collation { get; init; }

    /// <summary>What follows <c>USING</c>.</summary>
    public SqlExpression? Using { get; init; }
}
