using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>A database that goes with everything in it.</summary>
internal sealed class DropDatabase : StatementRule<DropObjectsStatement>
{
    public override Severity Severity => Severity.Error;

    protected override IEnumerable<Finding> Check(DropObjectsStatement drop, StatementContext at) =>
        from database in drop.Names
        where drop.Kind == ObjectKind.Database
        select Find(
            at,
            database.Span,
            $"Dropping the database '{database}' loses everything in it for good, its history of migrations too.",
            "Take a snapshot first; then say why nobody needs it: '-- drawbridge: ignore drop-database <reason>'.");
}
