using Drawbridge.Configuration;
using Drawbridge.Rules.Changes;
using Drawbridge.Scripts;
using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>
/// Many rows are written while a table is locked that nobody else can read meanwhile. Reported once for a script.
/// </summary>
internal sealed class BackfillWithDdl : ScriptRule
{
    public override DatabaseEngine? Engine => DatabaseEngine.PostgreSql;

    public override Severity Severity => Severity.Warning;

    public override bool Concerns(MigrationFile script, ChangeSet changes) => IsLookedAt(script)
        && script.Sql.Statements.Any(statement => ExclusiveLock.MayBeTakenBy(statement.Syntax)
            && ExclusiveLock.TableOf(new(script, statement, changes)) is not null);

    public override IEnumerable<Finding> Check(MigrationFile script, ChangeSet changes)
    {
        QualifiedName? locked = null;
        foreach (var statement in IsLookedAt(script) ? script.Sql.Statements : [])
        {
            var at = new StatementContext(script, statement, changes);
            if (locked is not null && Target(at) is { } target)
            {
                return
                [
                    Find(
                        script,
                        statement,
                        target.Span,
                        $"Many rows of '{target}' may be written while a statement before keeps '{locked}' locked, so "
                            + "nobody can "
                            + $"read '{locked}' until all is done.",
                        "Move this statement into a later script, which commits by itself."),
                ];
            }

            locked ??= ExclusiveLock.TableOf(at);
        }

        return [];
    }

    private static bool IsLookedAt(MigrationFile script) =>
        script.Sql.RunsInTransaction && script.Name?.Kind != ScriptKind.Undo;

    private static QualifiedName? Target(StatementContext at) => at.Syntax switch
    {
        QueryStatement query => at.FirstExisting(query.Writes.Where(IsBig).Select(write => write.Target)),
        CopyStatement { IsFrom: true, Table: { } table } when !at.IsNew(table) => table,
        _ => null,
    };

    private static bool IsBig(WriteStatement write) => write is not InsertStatement { HasLiteralRows: true };
}
