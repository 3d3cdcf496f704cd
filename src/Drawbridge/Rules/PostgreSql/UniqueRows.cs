using Drawbridge.Sql;
using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>What a new unique index or constraint asks of a table's rows.</summary>
/// <param name="Table">The table.</param>
/// <param name="Parts">Its columns and expressions.</param>
/// <param name="Span">Where it stands.</param>
internal sealed record UniqueRows(QualifiedName Table, IReadOnlyList<UniquePart> Parts, TextSpan Span)
{
    public static UniqueRows Of(CreateIndexStatement index)
    {
        var parts = index.Elements.Select(element => new UniquePart(element.Column, element.Expression.Text));
        return new UniqueRows(index.Table, [.. parts], index.Span)
        {
            Where = index.Where,
            AreNullsEqual = index.AreNullsEqual,
        };
    }

    public static UniqueRows Of(QualifiedName table, TableConstraint constraint)
    {
        var parts = constraint.Columns.Select(column => new UniquePart(column, column.Text));
        return new UniqueRows(table, [.. parts], constraint.Span);
    }

    /// <summary>As written.</summary>
    public string Columns => string.Join(", ", Parts.Select(part => part.Text));

    /// <summary>Only these rows; null for all.</summary>
    public SqlExpression? Where { get; init; }

    /// <summary>Two nulls are duplicates too.</summary>
    public bool AreNullsEqual { get; init; }

    /// <summary>The directive by which a script is not begun while there are duplicates.</summary>
    public string Requirement
    {
        get
        {
            var conditions = Where is { } where ? [$"({where.Text})"] : new List<string>();
            conditions.AddRange(AreNullsEqual ? [] : Parts.Select(part => $"{part.Text} IS NOT NULL"));
            var filter = conditions is [] ? "" : $" WHERE {string.Join(" AND ", conditions)}";
            var words = $"SELECT FROM {Table.Text}{filter} GROUP BY {Columns} HAVING count(*) > 1"
                .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            return $"-- drawbridge: require NOT EXISTS ({string.Join(' ', words)})";
        }
    }
}
