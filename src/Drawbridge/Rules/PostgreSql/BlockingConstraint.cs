using Drawbridge.Rules.Fixes;
using Drawbridge.Sql;
using Drawbridge.Sql.PostgreSql.Syntax;
using Drawbridge.Sql.PostgreSql.Syntax.Reading;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>A constraint whose index is built while nobody can use the table.</summary>
internal sealed class BlockingConstraint : StatementRule<AlterTableStatement>
{
    private const string Exclusion =
        "There is no way that blocks nobody: apply it when the table is small or at a quiet hour, and say so in an "
            + "ignore directive.";

    public override Severity Severity => Severity.Error;

    protected override bool MayConcern(AlterTableStatement alter) =>
        alter.Adds(ConstraintKind.Unique)
        || alter.Adds(ConstraintKind.PrimaryKey)
        || alter.Adds(ConstraintKind.Exclude);

    protected override bool Concerns(AlterTableStatement alter, StatementContext at) => !at.IsEmpty(alter.Name);

    protected override IEnumerable<Finding> Check(AlterTableStatement alter, StatementContext at) =>
        from constraint in at.ConstraintsOnFilled(alter)
        where constraint.UsingIndex is null
            && constraint.Kind is ConstraintKind.Unique or ConstraintKind.PrimaryKey or ConstraintKind.Exclude
        let isInPlace = constraint.Kind == ConstraintKind.Exclude || at.Table(alter.Name) is { IsPartitioned: true }
        select Find(
            at,
            constraint.Span,
            $"The index of '{NameOf(alter, constraint, at)}' is built while nobody can read or write '{alter.Name}'.",
            constraint.Kind == ConstraintKind.Exclude ? Exclusion
                : isInPlace ? Advice.ForPartitions("CREATE UNIQUE INDEX", alter.Name)
                : Remedy(alter, constraint, at)) with
        {
            Fix = isInPlace ? null : FixOf(alter, constraint, at),
        };

    private static string NameOf(AlterTableStatement alter, TableConstraint constraint, StatementContext at) =>
        constraint.Kind == ConstraintKind.Exclude
            ? constraint.Name?.Value ?? at.Quote(constraint.Span)
            : constraint.NameIn(alter.Name);

    private static string Remedy(AlterTableStatement alter, TableConstraint constraint, StatementContext at)
    {
        var (table, name) = (alter.Name.Text, constraint.WrittenNameIn(alter.Name));
        var what = constraint.Kind == ConstraintKind.PrimaryKey ? "PRIMARY KEY" : "UNIQUE";
        var key = KeyOf(constraint, at);
        var index = key.Length > 0 ? IndexOf(at.Quote(key)) : $"({constraint.Columns[0].Text})";
        return $"Write 'CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS {name} ON {table} {index}' in a script of its "
            + $"own, and in a later one 'ALTER TABLE {table} ADD CONSTRAINT {name} {what} USING INDEX {name}'.";
    }

    /// <summary>CREATE INDEX says behind the columns what a constraint says in front of them.</summary>
    private static string IndexOf(string key) =>
        key.IndexOf('(', StringComparison.Ordinal) is var start and > 0
            ? $"{key[start..]} {key[..start].TrimEnd()}"
            : key;

    /// <summary>
    /// The constraint takes over an index of its name. A new column gets it later: it is not there when the index is
    /// built.
    /// </summary>
    private static Fix? FixOf(AlterTableStatement alter, TableConstraint constraint, StatementContext at)
    {
        var key = KeyOf(constraint, at);
        if (key.Length == 0)
        {
            return constraint.Kind == ConstraintKind.Unique
                ? at.Edit(new TextEdit(at.WithSpaceBefore(constraint.Span), ""))
                : null;
        }

        var name = constraint.WrittenNameIn(alter.Name);
        var index = new TextEdit(key, $"USING INDEX {name}");
        return constraint.Name is null ? at.Edit(constraint.Naming(name), index) : at.Edit(index);
    }

    /// <summary>The columns in parentheses, and how their index is made; empty beside a column.</summary>
    private static TextSpan KeyOf(TableConstraint constraint, StatementContext at)
    {
        var reader = new TokenReader(at.Script.Sql.Text, constraint.Span);
        reader.SkipTo("UNIQUE", "PRIMARY");
        _ = reader.Take("UNIQUE") || reader.Take("PRIMARY", "KEY");
        var start = reader.Start;
        _ = reader.Take("NULLS", "NOT", "DISTINCT") || reader.Take("NULLS", "DISTINCT");
        if (reader.TakeGroup() is null)
        {
            return default;
        }

        reader.SkipTo("DEFERRABLE", "NOT", "INITIALLY");
        return reader.SpanFrom(start);
    }
}
