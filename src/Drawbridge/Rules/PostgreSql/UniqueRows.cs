using Drawbridge.Sql;
using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>What a new unique index or constraint asks of a table's rows.</summary>
/// <param name="Table">The table.</param>
/// <param name="Parts">Its columns and expressions, as written.</param>
/// <param name="Span">Where it stands.</param>
internal sealed record UniqueRows(QualifiedName Table, IReadOnlyList<UniquePart> Parts, TextSpan Span)
{
    /// <summary>As written.</summary>
    public string Columns => string.Join(", ", Parts.Select(part => part.Text));

    /// <summary>Only these rows; null for all.</summary>
    public SqlExpression? Where { get; init; }

    /// <summary>Two nulls are duplicates too.</summary>
    public bool AreNullsEqual { get; init; }
}
