namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>ALTER</c> of anything but a table: <c>ALTER INDEX a RENAME TO b</c>.</summary>
/// <param name="Span">The whole statement.</param>
/// <param name="Kind">What is changed.</param>
/// <param name="Name">Its name.</param>
public sealed record AlterObjectStatement(TextSpan Span, ObjectKind Kind, QualifiedName Name) : StatementSyntax(Span)
{
    /// <summary><c>IF EXISTS</c></summary>
    public bool IfExists { get; init; }

    /// <summary>The table that a trigger, rule or policy belongs to.</summary>
    public QualifiedName? Table { get; init; }

    /// <summary>What is done to it, in order.</summary>
    public IReadOnlyList<AlterAction> Actions { get; init; } = [];
}
