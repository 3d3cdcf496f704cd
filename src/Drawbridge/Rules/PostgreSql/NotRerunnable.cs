using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>A statement outside of a transaction that fails when it is tried again after it took effect.</summary>
internal sealed class NotRerunnable : StatementRule<CreateIndexStatement, DropObjectsStatement>
{
    public override Severity Severity => Severity.Warning;

    protected override bool MayConcern(CreateIndexStatement index) => index.IsConcurrent;

    protected override IEnumerable<Finding> Check(CreateIndexStatement index, StatementContext at) =>
        index is { IsConcurrent: true, IfNotExists: false }
            ? [Find(at, index) with { Fix = at.Edit(at.MakeConcurrent(index)) }]
            : [];

    protected override IEnumerable<Finding> Check(DropObjectsStatement drop, StatementContext at) =>
        drop is { IfExists: false, Names: [var name, ..] } && at.Statement.CannotRunInTransaction
            ? [Find(at, name, $"DROP {WordOf(drop)}", "IF EXISTS") with
            {
                Fix = at.Edit(StatementEdits.Insert(name.Span.Offset, "IF EXISTS ")),
            }]
            : [];

    private static string WordOf(DropObjectsStatement drop) =>
        $"{drop.Kind.ToString().ToUpperInvariant()}{(drop.IsConcurrent ? " CONCURRENTLY" : "")}";

    private Finding Find(StatementContext at, CreateIndexStatement index)
    {
        var create = index.IsUnique ? "CREATE UNIQUE INDEX CONCURRENTLY" : "CREATE INDEX CONCURRENTLY";
        return index.Name is { } name
            ? Find(at, new QualifiedName(Schema: null, name, name.Span), create, "IF NOT EXISTS")
            : Find(
                at,
                index.Keyword,
                $"A second try of '{create}' makes a second index on '{index.Table}', because this one has no name.",
                $"Write '{at.Concurrent(index)}'.");
    }

    private Finding Find(StatementContext at, QualifiedName name, string statement, string condition) => Find(
        at,
        name.Span,
        $"'{statement}' of '{name}' fails when it is tried again, and no transaction takes it back when a deploy "
            + "breaks off.",
        $"Write '{statement} {condition} {name.Text}'.");
}
