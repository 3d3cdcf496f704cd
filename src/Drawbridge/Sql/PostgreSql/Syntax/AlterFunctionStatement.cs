namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>ALTER FUNCTION</c>, <c>PROCEDURE</c> or <c>ROUTINE</c></summary>
/// <param name="Span">The whole statement.</param>
/// <param name="Kind">By which of these words.</param>
/// <param name="Name">The routine.</param>
/// <param name="Actions">Its new name, schema or owner; empty when its options change.</param>
public sealed record AlterFunctionStatement(
    TextSpan Span, ObjectKind Kind, QualifiedName Name, IReadOnlyList<AlterAction> Actions)
    : AlterStatement(Span, Name, Actions)
{
    /// <summary>Where <c>SECURITY DEFINER</c> stands: it runs with its owner's rights.</summary>
    public TextSpan? SecurityDefiner { get; init; }

    /// <summary>The settings that hold while it runs.</summary>
    public IReadOnlyList<SettingChange> Settings { get; init; } = [];
}
