using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>A CHECK that reads every row that is there while nobody can use the table.</summary>
internal sealed class CheckValidation : StatementRule<AlterTableStatement>
{
    public override Severity Severity => Severity.Error;

    protected override IEnumerable<Finding> Check(AlterTableStatement alter, StatementContext at) =>
        from constraint in at.ConstraintsOnFilled(alter)
        where constraint is { Kind: ConstraintKind.Check, NotValid: null, IsNotEnforced: false }
        let table = alter.Name
        let name = constraint.Name?.Text ?? (constraint.Columns is [var column] ? $"{table.Name}_{column}_check" : $"{table.Name}_check")
        let condition = constraint.Condition is { } text ? at.Quote(text.Span) : "…"
        select Find(
            at,
            constraint.Span,
            $"The constraint '{name}' is checked for every row of '{table}' while nobody can read or write it.",
            $"Write 'ALTER TABLE {table.Text} ADD CONSTRAINT {name} CHECK ({condition}) NOT VALID', and in a later "
                + $"script 'ALTER TABLE {table.Text} VALIDATE CONSTRAINT {name}'.");
}
