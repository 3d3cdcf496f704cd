using Drawbridge.Sql;
using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>A new column whose value differs from row to row, so that the server writes the table anew.</summary>
internal sealed class RewriteDefault : TableRule<AddColumnAction>
{
    private const string Sequence =
        "Add a plain bigint column and a sequence, let 'SET DEFAULT nextval(…)' number new rows, and number the old "
            + "rows in small steps.";

    public override Severity Severity => Severity.Error;

    protected override IEnumerable<Finding> Check(
        AlterTableStatement alter, IEnumerable<AddColumnAction> actions, StatementContext at) =>
        from add in actions
        let column = add.Column
        let cause = CauseOf(column) ?? CauseOf(column.Type, at)
        where cause is not null
        select Find(
            at,
            cause.Value.Span,
            $"The new column '{column.Name}' has {cause.Value.What}, so the server writes '{alter.Name}' anew while "
                + "nobody "
                + "can read or write it.",
            cause.Value.Remedy);

    /// <summary>The server asks of every row whether its value obeys the domain, even of null.</summary>
    private static (TextSpan Span, string What, string Remedy)? CauseOf(DataType? type, StatementContext at) =>
        type is not null && at.Changes.Known.IsConstrainedDomain(type, at.Script, at.Statement)
            ? (
                type.Span,
                $"the domain '{type.Text}', which is checked in each row",
                "Add it with the domain's own type, and the same CHECK as 'ADD CONSTRAINT … CHECK (…) NOT VALID', "
                    + "validated in a later script.")
            : null;

    private static (TextSpan Span, string What, string Remedy)? CauseOf(ColumnDefinition column) => column switch
    {
        { Identity: { } span } => (span, "an identity", Sequence),
        { Type: { IsSerial: true } type } => (type.Span, $"the type '{type.Text}'", Sequence),
        { IsStored: true, Generated: { } expression } => (
            expression.Span,
            "a stored generated value",
            "Add a plain column, keep it filled by a trigger, and fill the old rows in small steps."),
        { Default: { } value } when VolatileFunctions.In(value) is { } call => (
            value.Span,
            $"a default by '{call}', another one for each row",
            $"Add it without a default, then 'ALTER COLUMN {column.Name.Text} SET DEFAULT {value.Text}', and fill "
                + "the old rows in small steps."),
        _ => null,
    };
}
