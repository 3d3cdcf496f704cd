using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>A statement outside of a transaction that fails when it is tried again after it took effect.</summary>
internal sealed class NotRerunnable : StatementRule<CreateIndexStatement, DropObjectsStatement>
{
    public override Severity Severity => Severity.Warning;

    protected override IEnumerable<Finding> Check(CreateIndexStatement index, StatementContext at) =>
        index is { IsConcurrent: true, IfNotExists: false } ? [Find(at, index)] : [];

    protected override IEnumerable<Finding> Check(DropObjectsStatement drop, StatementContext at) =>
        drop is { Kind: ObjectKind.Index, IsConcurrent: true, IfExists: false, Names: [var name, ..] }
            ? [Find(at, name, "DROP INDEX CONCURRENTLY", "IF EXISTS")]
            : [];

    private Finding Find(StatementContext at, CreateIndexStatement index)
    {
        var create = index.IsUnique ? "CREATE UNIQUE INDEX CONCURRENTLY" : "CREATE INDEX CONCURRENTLY";
        return index.Name is { } name
            ? Find(at, new QualifiedName(Schema: null, name, name.Span), create, "IF NOT EXISTS")
            : Find(
                at,
                index.Keyword,
                $"A second try of '{create}' makes a second index on '{index.Table}', because this one has no name.",
                $"Write '{create} IF NOT EXISTS', a name, and 'ON {index.Table.Text} …'.");
    }

    private Finding Find(StatementContext at, QualifiedName name, string statement, string condition) => Find(
        at,
        name.Span,
        $"'{statement}' of '{name}' fails when it is tried again, and no transaction takes it back when a deploy "
            + "breaks off.",
        $"Write '{statement} {condition} {name.Text}'.");
}
