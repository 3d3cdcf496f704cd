using Drawbridge.Rules.Changes;
using Drawbridge.Sql;
using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>A unique index on rows that nobody has checked for duplicates.</summary>
internal sealed class UniqueMayFail : StatementRule<CreateIndexStatement, AlterTableStatement>
{
    public override Severity Severity => Severity.Warning;

    protected override IEnumerable<Finding> Check(CreateIndexStatement index, StatementContext at) =>
        index.IsUnique && !at.IsEmpty(index.Table)
            ? Check(at, [new UniqueRows(index.Table, [.. index.Elements.Select(element => element.Expression.Text)], index.Span) { Where = index.Where, AreNullsEqual = index.AreNullsEqual }])
            : [];

    protected override IEnumerable<Finding> Check(AlterTableStatement alter, StatementContext at) => Check(
        at,
        from add in at.ActionsOnFilled<AddConstraintAction>(alter)
        let constraint = add.Constraint
        where constraint is { Kind: ConstraintKind.Unique or ConstraintKind.PrimaryKey, UsingIndex: null }
        select new UniqueRows(alter.Name, [.. constraint.Columns.Select(column => column.Text)], constraint.Span));

    private IEnumerable<Finding> Check(StatementContext at, IEnumerable<UniqueRows> uniques) =>
        from unique in uniques
        where unique.Parts.Count > 0 && !IsRequired(at.Script) && !IsSure(at, unique)
        select Find(
            at,
            unique.Span,
            $"Two rows of '{unique.Table}' with the same '{string.Join(", ", unique.Parts)}' make this statement fail.",
            $"Write '{Requirement(unique)}' at the top of the script, so that the deploy stops before it begins.");

    private static bool IsRequired(MigrationFile script) =>
        script.Sql.Directives.Any(directive => directive.Kind == DirectiveKind.Require);

    /// <summary>
    /// A column that the change itself adds is empty; columns that are unique already stay so beside others.
    /// </summary>
    private static bool IsSure(StatementContext at, UniqueRows unique)
    {
        var created = at.Changes.Created;
        var names = unique.Parts.Select(part => part.Trim('"')).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return names.Any(name => created.Table(at.Script.Database, unique.Table)?.HasColumn(name, created.PlaceOf(at.Script, at.Statement)) ?? false)
            || (at.Table(unique.Table) is { } table && table.IsUniqueWithin(names, at.Place));
    }

    private static string Requirement(UniqueRows unique)
    {
        var conditions = unique.Where is { } where ? [where.Text] : new List<string>();
        conditions.AddRange(unique.AreNullsEqual ? [] : unique.Parts.Select(part => $"{part} IS NOT NULL"));
        return $"-- drawbridge: require NOT EXISTS (SELECT FROM {unique.Table.Text}"
            + (conditions is [] ? "" : $" WHERE {string.Join(" AND ", conditions)}")
            + $" GROUP BY {string.Join(", ", unique.Parts)} HAVING count(*) > 1)";
    }
}
