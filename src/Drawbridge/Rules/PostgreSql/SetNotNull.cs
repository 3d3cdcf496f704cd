using Drawbridge.Rules.PostgreSql.Objects;
using Drawbridge.Sql;
using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>A column that becomes required while nobody can use the table, which is read for nulls.</summary>
internal sealed class SetNotNull : StatementRule<AlterTableStatement>
{
    public override Severity Severity => Severity.Error;

    protected override bool MayConcern(AlterTableStatement alter) =>
        alter.Does<SetNotNullAction>() || alter.Does<AddConstraintAction>();

    protected override bool Concerns(AlterTableStatement alter, StatementContext at) => !at.IsEmpty(alter.Name);

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

    private static IEnumerable<(Identifier Column, TextSpan Span)> Changes(
        AlterTableStatement alter, StatementContext at) =>
        at.ActionsOnFilled<AlterAction>(alter).SelectMany<AlterAction, (Identifier, TextSpan)>(action => action switch
        {
            SetNotNullAction { Column: { } column } => [(column, action.Span)],
            AddConstraintAction
            {
                Constraint: { Kind: ConstraintKind.NotNull, NotValid: null, Columns: [var column] },
            } => [(column, action.Span)],
            _ => [],
        });
}
