using Drawbridge.Rules.PostgreSql.Objects;
using Drawbridge.Sql;
using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>A column that becomes required while nobody can use the table, which is read for nulls.</summary>
internal sealed class SetNotNull : StatementRule<AlterTableStatement>
{
    public override Severity Severity => Severity.Error;

    protected override IEnumerable<Finding> Check(AlterTableStatement alter, StatementContext at) =>
        from change in Changes(alter, at)
        let table = alter.Name
        where !(at.Table(table)?.IsProvenNotNull(change.Column, at.Place) ?? false)
        let check = WrittenName.Of(DefaultName.Of(table.Name.Value, [change.Column.Value], "not_null"))
        select Find(
            at,
            change.Span,
            $"Every row of '{table}' is searched for a null in '{change.Column}' while nobody can read or write it.",
            $"Write 'ALTER TABLE {table.Text} ADD CONSTRAINT {check} CHECK ({change.Column.Text} IS NOT NULL) NOT "
                + "VALID', in a later script "
                + $"'ALTER TABLE {table.Text} VALIDATE CONSTRAINT {check}', and then this statement, which needs no "
                + "search any more.");

    private static IEnumerable<(Identifier Column, TextSpan Span)> Changes(AlterTableStatement alter, StatementContext at) =>
        at.ActionsOnFilled<SetNotNullAction>(alter).Where(action => action.Column is not null).Select(action => (action.Column!, action.Span))
            .Concat(from add in at.ActionsOnFilled<AddConstraintAction>(alter)
                    where add.Constraint is { Kind: ConstraintKind.NotNull, NotValid: null, Columns: [_] }
                    select (add.Constraint.Columns[0], add.Span));
}
