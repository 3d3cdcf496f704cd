using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>A table that is emptied.</summary>
internal sealed class Truncate : StatementRule<TruncateStatement>
{
    public override Severity Severity => Severity.Error;

    protected override IEnumerable<Finding> Check(TruncateStatement truncate, StatementContext at) =>
        from table in truncate.Tables
        where !at.IsNew(table)
        select Find(
            at,
            table.Span,
            truncate.Cascade is null
                ? $"Truncating '{table}' loses all of its rows for good, and locks everyone out until the script ends."
                : $"Truncating '{table}' with CASCADE loses all of its rows and those of every table that refers to "
                    + "it, for good.",
            "Delete the rows that are meant with a WHERE; or say why nobody needs them: "
                + "'-- drawbridge: ignore truncate <reason>'.");
}
