using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>A schema that goes, and with CASCADE everything in it.</summary>
internal sealed class DropSchema : StatementRule<DropObjectsStatement>
{
    public override Severity Severity => Severity.Error;

    protected override IEnumerable<Finding> Check(DropObjectsStatement drop, StatementContext at) =>
        from schema in drop.Names
        where drop.Kind == ObjectKind.Schema && !at.IsNew(ObjectKind.Schema, schema.Name)
        select Find(
            at,
            schema.Span,
            drop.Cascade is null
                ? $"Dropping the schema '{schema}' breaks whoever still names it, and fails while anything is left in "
                    + "it."
                : $"Dropping the schema '{schema}' loses every table in it, with its rows, for good.",
            "Drop it once no running version uses it; then say why nobody needs it: "
                + "'-- drawbridge: ignore drop-schema <reason>'.");
}
