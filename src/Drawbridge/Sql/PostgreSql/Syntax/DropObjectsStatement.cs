namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>DROP</c> of anything.</summary>
/// <param name="Span">The whole statement.</param>
/// <param name="Kind">What is dropped.</param>
/// <param name="Names">Their names, functions without their parameters; empty for what has none, like a cast.</param>
public sealed record DropObjectsStatement(TextSpan Span, ObjectKind Kind, IReadOnlyList<QualifiedName> Names) : DropStatement(Span)
{
    /// <summary><c>IF EXISTS</c></summary>
    public bool IfExists { get; init; }

    /// <summary><c>CONCURRENTLY</c></summary>
    public bool IsConcurrent { get; init; }

    /// <summary>Where <c>INDEX</c> and its kin stand: <c>CONCURRENTLY</c> belongs behind it.</summary>
    public TextSpan Keyword { get; init; }

    /// <summary>The table that a trigger, rule or policy belongs to.</summary>
    public QualifiedName? Table { get; init; }
}
