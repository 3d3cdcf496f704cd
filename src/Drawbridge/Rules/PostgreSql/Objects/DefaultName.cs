using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql.Objects;

/// <summary>
/// The names that the server gives when a script gives none: <c>orders_user_id_idx</c>, in at most 63 bytes. Source:
/// <c>makeObjectName</c> and <c>ChooseIndexName</c> in PostgreSQL's <c>indexcmds.c</c>.
/// </summary>
internal static class DefaultName
{
    /// <param name="table">The table.</param>
    /// <param name="columns">The columns in order; none for a primary key, or a CHECK of several.</param>
    /// <param name="label">What kind of object it is: <c>pkey</c>, <c>key</c>, <c>idx</c>, <c>fkey</c>.</param>
    public static string Of(string table, IEnumerable<string> columns, string label)
    {
        var column = string.Join('_', columns);
        var room = NameLength.Longest - label.Length - 1 - (column.Length > 0 ? 1 : 0);
        var (tableSize, columnSize) = (NameLength.Of(table), NameLength.Of(column));
        while (tableSize + columnSize > room)
        {
            (tableSize, columnSize) = tableSize > columnSize
                ? (tableSize - 1, columnSize)
                : (tableSize, columnSize - 1);
        }

        var (first, second) = (NameLength.Cut(table, tableSize), NameLength.Cut(column, columnSize));
        return second.Length == 0 ? $"{first}_{label}" : $"{first}_{second}_{label}";
    }

    /// <summary>The name of a constraint that has none; null where it is made of expressions.</summary>
    public static string? Of(string table, TableConstraint constraint)
    {
        var columns = constraint.Columns.Select(column => column.Value);
        return constraint.Kind switch
        {
            ConstraintKind.PrimaryKey => Of(table, [], "pkey"),
            ConstraintKind.Unique => Of(table, columns, "key"),
            ConstraintKind.ForeignKey => Of(table, columns, "fkey"),
            ConstraintKind.Check => Of(table, columns, "check"),
            ConstraintKind.NotNull => Of(table, columns, "not_null"),
            _ => null,
        };
    }
}
