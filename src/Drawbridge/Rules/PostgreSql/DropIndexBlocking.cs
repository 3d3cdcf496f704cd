using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>An index that goes while nobody can use its table.</summary>
internal sealed class DropIndexBlocking : StatementRule<DropObjectsStatement>
{
    public override Severity Severity => Severity.Warning;

    protected override IEnumerable<Finding> Check(DropObjectsStatement drop, StatementContext at) =>
        from name in drop is { Kind: ObjectKind.Index, IsConcurrent: false, Cascade: null } ? drop.Names : []
        where !at.IsNew(ObjectKind.Index, name) && at.TableOfIndex(name) is not { IsPartitioned: true }
        select Find(
            at,
            name.Span,
            $"'DROP INDEX' of '{name}' waits for everyone who uses its table, and everyone else waits behind it.",
            $"Write 'DROP INDEX CONCURRENTLY IF EXISTS {name.Text}' in a script of its own, which then runs without "
                + "a transaction.");
}
