using Drawbridge.Sql.PostgreSql.Syntax;
using Drawbridge.Sql.PostgreSql.Syntax.Reading;

namespace Drawbridge.Rules.PostgreSql.Objects;

/// <summary>
/// Knows the constraints by which the server sees, without looking at the rows, that a column has no nulls.
/// </summary>
internal static class NotNullProof
{
    private const string Suffix = " IS NOT NULL";

    /// <summary>Whether <c>a IS NOT NULL</c>, alone or with others that hold too, is what a constraint asks.</summary>
    public static bool Proves(this TableConstraint constraint, Identifier column) => constraint.Kind switch
    {
        ConstraintKind.NotNull => constraint.Columns is [var only] && only == column,
        ConstraintKind.Check => constraint.Condition is { } condition
            && Parts(condition.Text).Any(part => Asks(part, column)),
        _ => false,
    };

    /// <summary>Whether a condition asks no more than that some of these columns are not null.</summary>
    public static bool IsNotNull(SqlExpression condition, IReadOnlyList<Identifier> columns) =>
        Parts(condition.Text).ToList() is not [] and var parts
            && parts.TrueForAll(part => columns.Any(column => Asks(part, column)));

    private static IEnumerable<string> Parts(string condition)
    {
        var text = string.Join(' ', condition.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Contains(" OR ", StringComparison.OrdinalIgnoreCase)
            ? []
            : text.Replace(" and ", " AND ", StringComparison.OrdinalIgnoreCase)
                .Split(" AND ")
                .Select(part => part.Trim('(', ')', ' '));
    }

    private static bool Asks(string part, Identifier column) =>
        part.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase)
        && part[..^Suffix.Length].TrimEnd(')') is var name
        && (name == $"\"{column.Value}\"" || NameReader.Fold(name) == column.Value);
}
