using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>A new column that must have a value and gives none to the rows that are there.</summary>
internal sealed class RequiredColumn : TableRule<AddColumnAction>
{
    public override Severity Severity => Severity.Error;

    protected override IEnumerable<Finding> Check(
        AlterTableStatement alter, IEnumerable<AddColumnAction> actions, StatementContext at) =>
        from add in actions
        let column = add.Column
        let refusal = column.Find(ConstraintKind.NotNull) ?? column.Find(ConstraintKind.PrimaryKey)
        where refusal is not null && !HasValue(column)
        select Find(
            at,
            refusal.Span,
            $"The new column '{column.Name}' must not be null, but rows that are there get no value for it.",
            "Give it a DEFAULT that isn't volatile; or add it without NOT NULL, fill it in later scripts, and let a "
                + "validated CHECK make it required.");

    private static bool HasValue(ColumnDefinition column) =>
        column is { Identity: not null } or { Generated: not null } or { Type.IsSerial: true }
        || column.Default is { } value && !value.Text.Equals("NULL", StringComparison.OrdinalIgnoreCase);
}
