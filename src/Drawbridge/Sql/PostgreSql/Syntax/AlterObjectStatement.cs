namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>ALTER</c> of anything but a table: <c>ALTER INDEX a RENAME TO b</c>.</summary>
/// <param name="Span">The whole statement.</param>
/// <param name="Kind">What is changed.</param>
/// <param name="Name">Its name.</param>
/// <param name="Actions">What is done to it, in order.</param>
public sealed record AlterObjectStatement(TextSpan Span, ObjectKind Kind, QualifiedName Name, IReadOnlyList<AlterAction> Actions)
    : AlterStatement(Span, Name, Actions)
{
    /// <summary>The table that a trigger, rule or policy belongs to.</summary>
    public QualifiedName? Table { get; init; }
}
